import { sameText, type Text } from '../text.ts';

/** The categories that come with the product. One is stored under its title in the language of who set up. */
export const categoryTitles = {
  price: { ja: '料金', en: 'Pricing' },
  cases: { ja: '事例', en: 'Case studies' },
  features: { ja: '機能', en: 'Features' },
} as const satisfies Readonly<Record<string, Text>>;

const titles: readonly Text[] = Object.values(categoryTitles);

/** What a stored category is called: one that came with the product in either language, any other as it was typed. */
export function wordCategory(category: string): Text {
  return titles.find(({ ja, en }) => ja === category || en === category) ?? sameText(category);
}

/** The stored category that is meant by what was typed, whichever language that is in; what is typed where it is new. */
export function readCategory({ typed, among }: { typed: string; among: readonly string[] }): string {
  if (among.includes(typed)) return typed;
  const { ja, en } = wordCategory(typed);
  return among.find((category) => category === ja || category === en) ?? typed;
}
