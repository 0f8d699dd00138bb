import type { Random } from './random.ts';

/** A page of the demo site, as visits of seeded leads name it. */
export interface SeedPage {
  readonly path: string;
  readonly title: string;
}

const product = 'つみき在庫';

function pageAt(path: string, title: string): SeedPage {
  return { path: `/demo${path}`, title: `${title} | ${product}` };
}

export const homePage = pageAt('', '部品メーカーと卸のための在庫管理');
export const pricePage = pageAt('/price', '料金');
export const requestPage = pageAt('/request', '資料請求');
export const contactPage = pageAt('/contact', 'お問い合わせ');

export const featurePages = [
  pageAt('/features/stocktake', '止めない棚卸し'),
  pageAt('/features/lots', 'ロットと期限の管理'),
  pageAt('/features/reorder', '発注点の自動計算'),
  pageAt('/features/locations', '複数拠点の在庫'),
  pageAt('/features/integrations', '販売・会計との連携'),
] as const;

export const casePages = [
  pageAt('/cases/aoba-seiko', '2日止めていた棚卸しが、毎朝30分に'),
  pageAt('/cases/minato-shokuhin', '期限切れの廃棄を6割減らした食品卸'),
  pageAt('/cases/hokuto-denzai', '5拠点の在庫を1つの画面に'),
] as const;

/** How a person first came. */
export interface SeedOrigin {
  readonly source: string | null;
  readonly referrer?: string;
  readonly searchKeyword?: string;
  readonly campaign?: { readonly source: string; readonly medium: string; readonly name: string };
}

const keywords = [
  '在庫管理 システム 比較',
  '棚卸し 効率化 方法',
  '在庫差異 原因',
  'ロット管理 システム',
  '発注点 計算 自動',
  '在庫管理 クラウド 中小製造業',
  '倉庫管理 システム 料金',
] as const;

export function makeOrigin(random: Random): SeedOrigin {
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
      const asked = random.pick(keywords);
      return { source: engine, referrer: `https://${engine}/`, searchKeyword: asked };
    }
    case 'ad': {
      const campaign = {
        source: 'google',
        medium: 'cpc',
        name: random.pick(['棚卸し_2026秋', '在庫管理_指名', '業種別_製造']),
      };
      return { source: 'google', referrer: 'https://www.google.com/', searchKeyword: random.pick(keywords), campaign };
    }
    case 'media':
      return { source: 'butsuryu-times.example', referrer: 'https://butsuryu-times.example/compare/zaiko' };
    case 'newsletter':
      return { source: 'newsletter', campaign: { source: 'newsletter', medium: 'email', name: '11月号' } };
    case 'social':
      return { source: 'www.facebook.com', referrer: 'https://www.facebook.com/' };
    default:
      return { source: null };
  }
}
