import type { Text } from '@sodate/journey/text';
import type { Interests, InterestTopic } from './read-interests.ts';

/** What each kind of page tells of a reader. */
const stances: Readonly<Record<InterestTopic, Text>> = {
  features: { ja: '機能を見きわめている', en: 'weighing up the features' },
  price: { ja: '料金を確かめている', en: 'checking the price' },
  cases: { ja: '事例から情報を集めている', en: 'gathering examples' },
};

const topicNames: Readonly<Record<InterestTopic, Text>> = {
  features: { ja: '機能', en: 'features' },
  price: { ja: '料金', en: 'price' },
  cases: { ja: '事例', en: 'case studies' },
};

/** A lead's visits in a sentence or two, both languages. */
export function sumUpInterest(interests: Pick<Interests, 'views' | 'pages' | 'topics' | 'forms'>): Text {
  const sentences = [sumUpVisits(interests), sumUpForms(interests)].filter((sentence) => sentence !== undefined);
  return {
    ja: sentences.map(({ ja }) => ja).join(''),
    en: sentences.map(({ en }) => en).join(' '),
  };
}

function sumUpVisits({ views, pages, topics }: Pick<Interests, 'views' | 'pages' | 'topics'>): Text {
  if (views === 0) return { ja: 'まだサイトを見ていません。', en: 'Has not visited the site yet.' };
  const [first, second] = topics;
  if (first === undefined) {
    return {
      ja: `${pages}ページを見ました。関心はまだ読み取れません。`,
      en: `Viewed ${pages} ${pages === 1 ? 'page' : 'pages'}; no clear interest yet.`,
    };
  }
  const stance = stances[first.topic];
  if (second === undefined || second.views * 2 < first.views) {
    return { ja: `${stance.ja}段階です。`, en: `${capitalise(stance.en)}.` };
  }
  const other = topicNames[second.topic];
  return {
    ja: `${stance.ja}段階です。${other.ja}にも関心があります。`,
    en: `${capitalise(stance.en)}, and interested in ${other.en} too.`,
  };
}

function sumUpForms({ forms }: Pick<Interests, 'forms'>): Text | undefined {
  if (forms.length === 0) return undefined;
  const names = forms.flatMap(({ title }) => title ?? []).slice(0, 2);
  if (names.length === 0) return { ja: 'フォームを送っています。', en: 'Sent a form.' };
  return {
    ja: `フォーム「${names.join('」「')}」を送っています。`,
    en: `Sent the form${names.length > 1 ? 's' : ''} ${names.map((name) => `“${name}”`).join(' and ')}.`,
  };
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
