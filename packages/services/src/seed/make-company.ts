import type { company } from '@sodate/database/schema/lead';
import type { Language } from '@sodate/journey/text';
import { companyNameKey } from '../lead/company-name-key.ts';
import { capitalised } from './capitalised.ts';
import { companyRegions, companyStems, companyTrades, prefectures } from './company-parts.ts';
import type { Random } from './random.ts';

export type SeedCompany = typeof company.$inferInsert & { readonly domain: string; readonly region: string };

/** How many different companies there can be. */
export const companiesInAll = companyStems.length * companyTrades.length * companyRegions.length;

/** Prime to the number of names without a region, so that neighbours in the list differ in both halves. */
const stride = 331;

/** The company of this number, from 0; the number alone decides its name, `random` the rest. */
export function makeCompany({
  number,
  random,
  language,
}: {
  number: number;
  random: Random;
  language: Language;
}): SeedCompany {
  const names = companyStems.length * companyTrades.length;
  const place = (number * stride) % names;
  const [stem, stemRoman] = at({ list: companyStems, index: Math.floor(place / companyTrades.length) });
  const [trade, tradeRoman, industry] = at({ list: companyTrades, index: place });
  const [area, areaRoman] = at({ list: companyRegions, index: Math.floor(number / names) });
  const bare = `${area.ja}${stem}${trade.ja}`;
  const named = {
    ja: random.chance(0.7) ? `株式会社${bare}` : `${bare}株式会社`,
    en: `${[capitalised(stemRoman), trade.en, area.en].filter(Boolean).join(' ')}, Inc.`,
  };
  const name = named[language];
  const domain = `${[stemRoman, tradeRoman, areaRoman].filter(Boolean).join('-')}.example`;
  return {
    name,
    nameKey: companyNameKey(name),
    domain,
    industry: industry[language],
    employees: makeSize(random),
    region: random.weigh(prefectures)[language],
    phone: `0${random.between(3, 98)}0000${String(random.between(0, 9_999)).padStart(4, '0')}`,
  };
}

/** Most are small: the logarithm is spread evenly from 20 to 8,000. */
function makeSize(random: Random): number {
  const exact = 20 * 400 ** (random.next() ** 1.6);
  return exact < 100 ? Math.round(exact) : Math.round(exact / 10) * 10;
}

function at<Item>({ list, index }: { list: readonly [Item, ...Item[]]; index: number }): Item {
  return list[index % list.length] ?? list[0];
}
