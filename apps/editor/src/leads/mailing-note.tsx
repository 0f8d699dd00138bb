import type { JourneyId } from '@sodate/journey/id';
import { useQuery } from '@tanstack/react-query';
import type { inferInput } from '@trpc/tanstack-react-query';
import { useNotSentWords } from '../enrollments/use-not-sent-words.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** How many of those who are to be added will not be mailed, and why: said before the button is pressed. */
export function MailingNote({
  journey,
  filter,
  alone = false,
}: {
  journey: string;
  filter: inferInput<typeof trpc.journeys.foretellMailing>['filter'];
  /** It is one lead: that it may be mailed needs no word. */
  alone?: boolean;
}) {
  const t = useTexts<typeof texts>('leads');
  const { number } = useFormats();
  const words = useNotSentWords();
  const { data } = useQuery(
    trpc.journeys.foretellMailing.queryOptions({ journey: journey as JourneyId, filter }, { meta: { silent: true } }),
  );
  if (data == null || data.counted + data.refused === 0) return null;
  const { of, counted, refused, more, barred } = data;
  const [first] = barred;
  if (alone)
    return counted > 0 && first && <p role="note">{t('mailingNone', { reason: words(first.reason) ?? '' })}</p>;
  const all = number(counted);
  const count = barred.reduce((sum, one) => sum + one.count, 0);
  const reasons = barred.map((one) => t('mailingReason', { reason: words(one.reason) ?? '', count: one.count }));
  return (
    <p role="note">
      {more && `${t('mailingCounted', { all: number(counted + refused) })} `}
      {refused > 0 && `${t('mailingRefused', { count: refused, number: number(refused) })} `}
      {counted > 0 && count === 0 && t(`mailingAll.${of}`, { count: counted, all })}
      {count > 0 && t(`mailingBarred.${of}`, { all, count, number: number(count), reasons: reasons.join(t('comma')) })}
    </p>
  );
}
