import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import classes from './passages-panel.module.css';
import type { texts } from './texts.ja.ts';

/** The journeys whose triggers turned this lead away, and why. */
export function RefusalLines({ lead }: { lead: string }) {
  const t = useTexts<typeof texts>('leads');
  const { dateTime } = useFormats();
  const { data = [] } = useQuery(trpc.leads.refusals.queryOptions({ lead }));
  if (data.length === 0) return null;
  return (
    <section aria-label={t('refusals')}>
      <h3 className={classes.refusals}>{t('refusals')}</h3>
      <ul className={classes.passages}>
        {data.map(({ journey, reason, count, lastAt }) => (
          <li key={`${journey.id}/${reason}`}>
            <p>
              <a href={`/journeys/${journey.id}`} className={classes.past}>
                {journey.name}
              </a>
            </p>
            <small className="muted">
              {t(`refusal.${reason}`)} ·{' '}
              {count > 1 ? t('refusedTimes', { count, at: dateTime(lastAt) }) : dateTime(lastAt)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
