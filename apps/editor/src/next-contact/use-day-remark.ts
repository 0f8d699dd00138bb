import { useQuery } from '@tanstack/react-query';
import type { Brief } from '../handoffs/inbox-types.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** Of the day that is chosen for a contact: its weekday, and that business is closed on it where it is. */
export function useDayRemark(handoff: Brief['id'], date: string): string {
  const t = useTexts<typeof texts>('next-contact');
  const formats = useFormats();
  const known = isDay.test(date);
  const { data } = useQuery(
    trpc.handoffs.contactDay.queryOptions(
      { handoff, date },
      { enabled: known, staleTime: 60_000, meta: { silent: true } },
    ),
  );
  if (!known) return '';
  return data?.open === false ? t('closedDay', { date: formats.day(date) }) : formats.day(date);
}
