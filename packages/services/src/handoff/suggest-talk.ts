import type { Text } from '@sodate/journey/text';
import type { Interests } from '../lead/read-interests.ts';
import type { TimelineEvent } from '../lead/read-timeline.ts';
import { findFormPages } from './find-form-pages.ts';

/** Something worth speaking of, and why. */
export interface TalkingPoint {
  readonly title: Text;
  readonly reason: Text;
}

const mostPages = 2;
/**
 * What to talk about: the link of a mail that was followed, and the pages read most, without those a form stood on. Facts
 * only, each with where it comes from.
 */
export function suggestTalk({
  interests,
  recent,
}: {
  interests: Pick<Interests, 'mostRead'>;
  recent: readonly TimelineEvent[];
}): readonly TalkingPoint[] {
  const ofForms = findFormPages(recent);
  const mostRead = interests.mostRead.filter(({ key }) => !ofForms.has(key));
  return [...fromMail(recent), ...fromPages({ mostRead })];
}

function fromMail(recent: readonly TimelineEvent[]): readonly TalkingPoint[] {
  const click = recent.find(({ name, retracted }) => name === 'mail-clicked' && !retracted);
  const subject = click?.mail?.subject ?? click?.mail?.name;
  if (click === undefined || subject === undefined) return [];
  return [
    {
      title: { ja: subject, en: subject },
      reason: { ja: 'このメールのリンクを押しています。', en: 'Followed a link in this email.' },
    },
  ];
}

function fromPages({ mostRead }: Pick<Interests, 'mostRead'>): readonly TalkingPoint[] {
  return mostRead.slice(0, mostPages).map(({ key, title, views, viewsSince }) => ({
    title: { ja: title ?? key, en: title ?? key },
    reason: {
      ja: `これまでに${views}回見ています${viewsSince === 0 ? '' : `（うち引き渡しのあと${viewsSince}回）`}。`,
      en: `Viewed ${timesOf(views)} in all${viewsSince === 0 ? '' : `, ${timesOf(viewsSince)} since the hand-off`}.`,
    },
  }));
}

function timesOf(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
