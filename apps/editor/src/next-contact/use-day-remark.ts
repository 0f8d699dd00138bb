import { useQuery } from '@tanstack/react-query';
import type { Brief } from '../handoffs/inbox-types.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** Of the day that is chosen for a contact: its weekday, and that business is closed on it or the owner away where it is so. */
export function useDayRemark({ handoff, date, mine }: { handoff: Brief['id']; date: string; mine: boolean }): string {
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
  const day = formats.day(date);
  if (data?.open === false) return t('closedDay', { date: day });
  return data?.away === true ? t(mine ? 'awayDayMine' : 'awayDay', { date: day }) : day;
}
