import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import classes from './open-handoffs.module.css';
import type { texts } from './texts.ja.ts';

/** How many hand-offs wait for an answer; as in all numbers, those of test leads are left out. */
export function OpenHandoffs() {
  const t = useTexts<typeof texts>('frame');
  const { data } = useQuery(trpc.handoffs.count.queryOptions({}, { refetchInterval: 30_000 }));
  const open = data === undefined ? 0 : data.open - data.openTests;
  if (open === 0) return null;
  return (
    <span className={classes.count} title={t('openHandoffs', { count: open })}>
      {open}
    </span>
  );
}
