import type { Language, Text } from '@sodate/journey/text';
import type { Random } from './random.ts';

/** A page of the demo site, as visits of seeded leads name it. */
export interface SeedPage {
  readonly path: Text;
  readonly title: Text;
}

function pageAt(path: string, { ja, en }: Text): SeedPage {
  return {
    path: { ja: `/demo${path}`, en: `/demo/en${path}` },
    title: { ja: `${ja} | つみき在庫`, en: `${en} | Tsumiki Stock` },
  };
}

export const homePage = pageAt('', {
  ja: '部品メーカーと卸のための在庫管理',
  en: 'Inventory for parts makers and wholesalers',
});
export const pricePage = pageAt('/price', { ja: '料金', en: 'Pricing' });
export const requestPage = pageAt('/request', { ja: '資料請求', en: 'Get the brochure' });
export const contactPage = pageAt('/contact', { ja: 'お問い合わせ', en: 'Contact us' });

export const featurePages = [
  pageAt('/features/stocktake', { ja: '止めない棚卸し', en: 'Counting without stopping' }),
  pageAt('/features/lots', { ja: 'ロットと期限の管理', en: 'Lots and expiry dates' }),
  pageAt('/features/reorder', { ja: '発注点の自動計算', en: 'Reorder points that keep up' }),
  pageAt('/features/locations', { ja: '複数拠点の在庫', en: 'Stock in many places' }),
  pageAt('/features/integrations', { ja: '販売・会計との連携', en: 'Sales and accounting, connected' }),
] as const;

export const casePages = [
  pageAt('/cases/aoba-seiko', {
    ja: '2日止めていた棚卸しが、毎朝30分に',
    en: 'A two-day shutdown became thirty minutes a morning',
  }),
  pageAt('/cases/minato-shokuhin', {
    ja: '期限切れの廃棄を6割減らした食品卸',
    en: 'Sixty per cent less food thrown away',
  }),
  pageAt('/cases/hokuto-denzai', { ja: '5拠点の在庫を1つの画面に', en: 'Five sites on one screen' }),
] as const;

export const demoPages: readonly SeedPage[] = [
  homePage,
  pricePage,
  requestPage,
  contactPage,
  ...featurePages,
  ...casePages,
];

/** How a person first came. */
export interface SeedOrigin {
  readonly source: string | null;
  readonly referrer?: string;
  readonly searchKeyword?: string;
  readonly campaign?: { readonly source: string; readonly medium: string; readonly name: string };
}

const keywords: readonly [Text, ...Text[]] = [
  { ja: '在庫管理 システム 比較', en: 'inventory software comparison' },
  { ja: '棚卸し 効率化 方法', en: 'faster stocktaking' },
  { ja: '在庫差異 原因', en: 'inventory discrepancy causes' },
  { ja: 'ロット管理 システム', en: 'lot tracking software' },
  { ja: '発注点 計算 自動', en: 'reorder point calculation' },
  { ja: '在庫管理 クラウド 中小製造業', en: 'cloud inventory small manufacturer' },
  { ja: '倉庫管理 システム 料金', en: 'warehouse management system pricing' },
];

const campaigns: readonly [Text, ...Text[]] = [
  { ja: '棚卸し_2026秋', en: 'stocktake_autumn_2026' },
  { ja: '在庫管理_指名', en: 'inventory_brand' },
  { ja: '業種別_製造', en: 'industry_manufacturing' },
];

const newsletter: Text = { ja: '11月号', en: 'November' };

export function makeOrigin({ random, language }: { random: Random; language: Language }): SeedOrigin {
  const kind = random.weigh([
    ['search', 42],
    ['ad', 20],
    ['direct', 14],
    ['media', 12],
    ['newsletter', 7],
    ['social', 5],
  ]);
  switch (kind) {
    case 'search': {
      const engine = random.weigh([
        ['www.google.com', 70],
        ['search.yahoo.co.jp', 22],
        ['www.bing.com', 8],
      ]);
      const asked = random.pick(keywords)[language];
      return { source: engine, referrer: `https://${engine}/`, searchKeyword: asked };
    }
    case 'ad': {
      const campaign = {
        source: 'google',
        medium: 'cpc',
        name: random.pick(campaigns)[language],
      };
      return {
        source: 'google',
        referrer: 'https://www.google.com/',
        searchKeyword: random.pick(keywords)[language],
        campaign,
      };
    }
    case 'media':
      return { source: 'butsuryu-times.example', referrer: 'https://butsuryu-times.example/compare/zaiko' };
    case 'newsletter':
      return { source: 'newsletter', campaign: { source: 'newsletter', medium: 'email', name: newsletter[language] } };
    case 'social':
      return { source: 'www.facebook.com', referrer: 'https://www.facebook.com/' };
    default:
      return { source: null };
  }
}
