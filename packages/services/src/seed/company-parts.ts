import type { Text } from '@sodate/journey/text';
import type { Weighed } from './random.ts';

type Stem = readonly [string, string];
type Trade = readonly [Text, string, Text];
type Region = readonly [Text, string];

/** A name's first half, with how it reads in an address. */
export const companyStems: readonly [Stem, ...Stem[]] = [
  ['北浜', 'kitahama'],
  ['青葉', 'aoba'],
  ['三ツ輪', 'mitsuwa'],
  ['大和田', 'owada'],
  ['東雲', 'shinonome'],
  ['白鷺', 'shirasagi'],
  ['瑞穂', 'mizuho'],
  ['高砂', 'takasago'],
  ['千歳', 'chitose'],
  ['若葉', 'wakaba'],
  ['桜井', 'sakurai'],
  ['藤ヶ丘', 'fujigaoka'],
  ['松風', 'matsukaze'],
  ['明光', 'meiko'],
  ['日新', 'nisshin'],
  ['共栄', 'kyoei'],
  ['双葉', 'futaba'],
  ['富岡', 'tomioka'],
  ['石狩', 'ishikari'],
  ['那珂', 'naka'],
  ['豊川', 'toyokawa'],
  ['長良', 'nagara'],
  ['宇治', 'uji'],
  ['播磨', 'harima'],
  ['讃岐', 'sanuki'],
  ['筑紫', 'chikushi'],
  ['阿蘇', 'aso'],
  ['霧島', 'kirishima'],
  ['会津', 'aizu'],
  ['信濃', 'shinano'],
  ['越路', 'koshiji'],
  ['加賀', 'kaga'],
  ['丹波', 'tamba'],
  ['備前', 'bizen'],
  ['土佐', 'tosa'],
  ['相模', 'sagami'],
  ['武蔵野', 'musashino'],
  ['常陸', 'hitachino'],
  ['下総', 'shimousa'],
  ['榛名', 'haruna'],
  ['朝日丘', 'asahigaoka'],
  ['港北', 'kohoku'],
  ['城南', 'jonan'],
  ['泉', 'izumi'],
  ['緑川', 'midorikawa'],
  ['黒部', 'kurobe'],
  ['八雲', 'yakumo'],
  ['玄海', 'genkai'],
  ['有明', 'ariake'],
  ['小牧', 'komaki'],
];

/** A name's second half: what the company does, its address part, and its industry. */
export const companyTrades: readonly [Trade, ...Trade[]] = [
  [{ ja: '製作所', en: 'Works' }, 'seisakusho', { ja: '製造（機械）', en: 'Manufacturing (machinery)' }],
  [{ ja: '精機', en: 'Precision' }, 'seiki', { ja: '製造（機械）', en: 'Manufacturing (machinery)' }],
  [{ ja: '工業', en: 'Industries' }, 'kogyo', { ja: '製造（金属）', en: 'Manufacturing (metal)' }],
  [{ ja: '電機', en: 'Electric' }, 'denki', { ja: '製造（電機）', en: 'Manufacturing (electrical)' }],
  [{ ja: '化成', en: 'Chemical' }, 'kasei', { ja: '製造（化学）', en: 'Manufacturing (chemicals)' }],
  [{ ja: '食品', en: 'Foods' }, 'foods', { ja: '製造（食品）', en: 'Manufacturing (food)' }],
  [{ ja: '物流', en: 'Logistics' }, 'logi', { ja: '運輸・倉庫', en: 'Transport and storage' }],
  [{ ja: '倉庫', en: 'Warehouse' }, 'soko', { ja: '運輸・倉庫', en: 'Transport and storage' }],
  [{ ja: '商事', en: 'Trading' }, 'shoji', { ja: '卸売', en: 'Wholesale' }],
  [{ ja: '電材', en: 'Electrical Supply' }, 'denzai', { ja: '卸売', en: 'Wholesale' }],
  [{ ja: 'メディカル', en: 'Medical' }, 'medical', { ja: '医療・福祉', en: 'Health care' }],
  [{ ja: '建設', en: 'Construction' }, 'kensetsu', { ja: '建設', en: 'Construction' }],
  [{ ja: '設備', en: 'Facilities' }, 'setsubi', { ja: '建設', en: 'Construction' }],
  [{ ja: 'システムズ', en: 'Systems' }, 'systems', { ja: '情報通信', en: 'Information technology' }],
  [{ ja: '印刷', en: 'Printing' }, 'printing', { ja: '印刷・出版', en: 'Printing and publishing' }],
  [{ ja: 'リテール', en: 'Retail' }, 'retail', { ja: '小売', en: 'Retail' }],
];

/** For the thousandth company on: branches of the same names elsewhere. */
export const companyRegions: readonly [Region, ...Region[]] = [
  [{ ja: '', en: '' }, ''],
  [{ ja: '東日本', en: 'East' }, 'east'],
  [{ ja: '西日本', en: 'West' }, 'west'],
  [{ ja: '中部', en: 'Chubu' }, 'chubu'],
  [{ ja: '九州', en: 'Kyushu' }, 'kyushu'],
  [{ ja: '北海道', en: 'Hokkaido' }, 'hokkaido'],
];

/** Where companies sit, by how many do. */
export const prefectures: Weighed<Text> = [
  [{ ja: '東京都', en: 'Tokyo' }, 26],
  [{ ja: '大阪府', en: 'Osaka' }, 13],
  [{ ja: '愛知県', en: 'Aichi' }, 11],
  [{ ja: '神奈川県', en: 'Kanagawa' }, 9],
  [{ ja: '埼玉県', en: 'Saitama' }, 7],
  [{ ja: '兵庫県', en: 'Hyogo' }, 6],
  [{ ja: '福岡県', en: 'Fukuoka' }, 6],
  [{ ja: '静岡県', en: 'Shizuoka' }, 5],
  [{ ja: '千葉県', en: 'Chiba' }, 5],
  [{ ja: '北海道', en: 'Hokkaido' }, 4],
  [{ ja: '広島県', en: 'Hiroshima' }, 3],
  [{ ja: '京都府', en: 'Kyoto' }, 3],
  [{ ja: '茨城県', en: 'Ibaraki' }, 3],
  [{ ja: '長野県', en: 'Nagano' }, 2],
  [{ ja: '宮城県', en: 'Miyagi' }, 2],
  [{ ja: '岐阜県', en: 'Gifu' }, 2],
  [{ ja: '新潟県', en: 'Niigata' }, 2],
  [{ ja: '石川県', en: 'Ishikawa' }, 1],
  [{ ja: '岡山県', en: 'Okayama' }, 1],
  [{ ja: '熊本県', en: 'Kumamoto' }, 1],
];
