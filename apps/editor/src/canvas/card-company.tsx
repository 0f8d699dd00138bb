import type { NodeId } from '@sodate/journey/id';
import { useShallow } from 'zustand/react/shallow';
import { useCompany, useJourney } from '../journeys/journey-context.ts';
import { PersonMark } from '../journeys/person-mark.tsx';
import { useTexts } from '../language/use-texts.ts';
import { IconPath } from '../parts/icon.tsx';
import { canvasIcons } from './canvas-icons.ts';
import classes from './card-company.module.css';
import type { texts } from './texts.ja.ts';

/** On a card's edge: who else is at it or has just changed it, and how many comments are open. */
export function CardCompany({ node }: { node: NodeId }) {
  const t = useTexts<typeof texts>('canvas');
  const { canvas } = useJourney();
  const here = useCompany(
    useShallow(({ people, touched }) =>
      people.filter((person) => person.node === node || person.clientId === touched[node]),
    ),
  );
  const touchedBy = useCompany(({ people, touched }) => {
    const by = touched[node];
    return by === undefined ? undefined : (people.find(({ clientId }) => clientId === by)?.name ?? '');
  });
  const comments = useCompany(({ openComments }) => openComments[node] ?? 0);
  return (
    <>
      {here.length > 0 && (
        <span className={classes.people} data-touched={touchedBy !== undefined || undefined}>
          {here.map((person) => (
            <PersonMark key={person.clientId} person={person} size={18} />
          ))}
          {touchedBy !== undefined && <small>{t('touchedBy', { name: touchedBy })}</small>}
        </span>
      )}
      {comments > 0 && (
        <button
          type="button"
          className={`${classes.comments} nodrag`}
          tabIndex={-1}
          aria-label={t('openComments', { count: comments })}
          onClick={(event) => {
            event.stopPropagation();
            canvas.select([node]);
            canvas.openPanel({ kind: 'node', tab: 'comments' });
          }}
        >
          <IconPath path={canvasIcons.comment} size={12} />
          {comments}
        </button>
      )}
    </>
  );
}
