import type { Translate } from '../language/use-texts.ts';
import type { InboxSearch } from './inbox-search.ts';
import type { texts } from './texts.ja.ts';

/** What a list has none of, by all that it is narrowed down to: 「清水さんの未対応の引き渡しはありません」. */
export function emptyTitle({
  search: { view = 'open', due, outcome, owner, answer, contact, answered },
  name,
  t,
}: {
  /** `owner`: left out where it does not count, as for a rep. */
  search: InboxSearch;
  /** The owner's. */
  name: string;
  t: Translate<typeof texts>;
}): string {
  const then = due === undefined || outcome !== undefined ? '' : 'Then';
  const whose = () => {
    if (owner === undefined) return '';
    return owner === 'nobody' ? t(`noneOf.nobody${then}`) : t(`noneOf.owner${then}`, { name });
  };
  const list = () => {
    if (answered !== undefined) return t('noneOf.answeredToday');
    if (outcome !== undefined) return t(`noneOf.${outcome}`);
    return t(`noneOf.${due ?? (contact === undefined ? view : 'planned')}`);
  };
  const given = { whose: whose(), list: list() };
  if (answer === undefined || outcome !== undefined) return t('noneOf', given);
  return t('noneOf.answer', { ...given, answer: t(`answer.${answer}`) });
}
