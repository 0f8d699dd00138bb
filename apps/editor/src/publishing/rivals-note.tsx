import { useQuery } from '@tanstack/react-query';
import { useJourney } from '../journeys/journey-context.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import classes from './rivals-note.module.css';
import type { texts } from './texts.ja.ts';

/** Says before publishing that whoever meets the trigger enters other live journeys as well. */
export function RivalsNote() {
  const t = useTexts<typeof texts>('publishing');
  const { journey } = useJourney();
  const { data: rivals = [] } = useQuery(trpc.journeys.rivals.queryOptions({ journey }, { gcTime: 0, staleTime: 0 }));
  if (rivals.length === 0) return null;
  const names = rivals.map(({ name }) => t('rival', { name })).join(t('rivalAnd'));
  return (
    <p className={classes.rivals} role="note">
      {t('rivals', { journeys: names })}
    </p>
  );
}
