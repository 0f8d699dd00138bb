import type { NewThing } from './new-event.ts';

export type Topic = 'features' | 'price' | 'cases' | 'other';

const words: readonly (readonly [Topic, RegExp])[] = [
  ['price', /pric|plans?\b|ryou?kin|fee\b|cost|estimate|mitsumori|料金|価格|費用|プラン|見積/i],
  ['cases', /\bcases?\b|case-?stud|customers?\b|jirei|voice|導入事例|事例|お客様の声/i],
  ['features', /features?\b|functions?\b|kinou|products?\b|services?\b|solutions?\b|機能|製品|サービス/i],
];

/** What a page speaks of, judged by its path, then its title; undefined for things that are not pages. */
export function guessTopic({ kind, path, title }: NewThing): Topic | undefined {
  if (kind !== 'page') return undefined;
  for (const text of [path, title])
    for (const [topic, pattern] of words) if (text !== undefined && pattern.test(text)) return topic;
  return 'other';
}
