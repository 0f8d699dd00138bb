import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { Icon } from '../parts/icon.tsx';
import { trpc } from '../server/trpc.ts';
import classes from './people.module.css';
import type { texts } from './texts.ja.ts';
import type { Move, WhichToMove } from './use-move.ts';

/** Whose hand-offs are meant: the first few by name, the overdue ones before the others. */
export function LeadsToMove({ move: { person, deactivates, during }, which }: { move: Move; which: WhichToMove }) {
  const t = useTexts<typeof texts>('people');
  const leadName = useLeadName();
  const id = person === 'nobody' ? person : person.id;
  const days = deactivates || during === undefined ? {} : { during };
  const asked = { id, ...which, ...days };
  const { data } = useQuery(
    trpc.people.handoffsToMove.queryOptions(asked, { staleTime: 0, placeholderData: keepPreviousData }),
  );
  if (data === undefined || data.count === 0) return null;
  const { handoffs, count } = data;
  return (
    <section>
      <h3>{t('toMove')}</h3>
      <ul className={classes.moved} aria-label={t('toMove')}>
        {handoffs.map(({ id: handoff, lead, overdue }) => (
          <li key={handoff}>
            {leadName(lead)}
            {lead.company !== null && <small>{lead.company}</small>}
            {overdue && (
              <small className={classes.late}>
                <Icon name="alert" size={11} /> {t('toMoveLate')}
              </small>
            )}
          </li>
        ))}
        {count > handoffs.length && <li className="muted">{t('resultMore', { count: count - handoffs.length })}</li>}
      </ul>
    </section>
  );
}
