import { isJsonObject, type JsonObject } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import type { Interests } from '../lead/read-interests.ts';
import type { TimelineEvent } from '../lead/read-timeline.ts';

/** Something worth speaking of, and why. */
export interface TalkingPoint {
  readonly title: Text;
  readonly reason: Text;
}

const mostPages = 2;
const longestAnswer = 80;
/** What a form asks to know who one is; the rest of it is what one wants. */
const identity =
  /^(e-?mail|mail|name|last.?name|first.?name|full.?name|phone|tel|company|department|title|kana|address|zip|employees|.*consent.*)$/i;

/**
 * What to talk about: the link of a mail that was followed, what was written into the last form, and the pages read most. Facts
 * only, each with where it comes from.
 */
export function suggestTalk({
  interests,
  recent,
}: {
  interests: Pick<Interests, 'mostRead'>;
  recent: readonly TimelineEvent[];
}): readonly TalkingPoint[] {
  return [...fromForm(recent), ...fromMail(recent), ...fromPages(interests)];
}

function fromForm(recent: readonly TimelineEvent[]): readonly TalkingPoint[] {
  const form = recent.find(({ name, retracted }) => name === 'form-submitted' && !retracted);
  if (form === undefined) return [];
  const formName = form.thing?.title ?? form.thing?.key ?? '';
  const answers = Object.entries(fieldsOf(form)).flatMap(([field, value]) =>
    typeof value === 'string' && value.trim() !== '' && !identity.test(field)
      ? [value.trim().slice(0, longestAnswer)]
      : [],
  );
  return answers.slice(0, 1).map((answer) => ({
    title: { ja: `「${answer}」`, en: `“${answer}”` },
    reason: { ja: `フォーム「${formName}」に書いています。`, en: `Written into the form “${formName}”.` },
  }));
}

/** What was written into a form stands under `fields`, beside the page's address. */
function fieldsOf({ properties: { fields } }: TimelineEvent): JsonObject {
  return isJsonObject(fields) ? fields : {};
}

function fromMail(recent: readonly TimelineEvent[]): readonly TalkingPoint[] {
  const click = recent.find(({ name, retracted }) => name === 'mail-clicked' && !retracted);
  const subject = click?.mail?.subject ?? click?.mail?.name;
  if (click === undefined || subject === undefined) return [];
  return [
    {
      title: { ja: subject, en: subject },
      reason: { ja: 'このメールのリンクを押しています。', en: 'Followed a link in this mail.' },
    },
  ];
}

function fromPages({ mostRead }: Pick<Interests, 'mostRead'>): readonly TalkingPoint[] {
  return mostRead.slice(0, mostPages).map(({ key, title, views }) => ({
    title: { ja: title ?? key, en: title ?? key },
    reason: {
      ja: `このページを${views}回見ています。`,
      en: views === 1 ? 'Viewed this page once.' : `Viewed this page ${views} times.`,
    },
  }));
}
