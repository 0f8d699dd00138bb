import { parseInstant } from '@sodate/journey/time/instant';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { ScoreBox } from '../parts/score-box.tsx';
import { SlaJoints } from '../parts/sla-joints.tsx';
import { useSession } from '../server/use-session.ts';
import { AnsweredWhen } from './answered-when.tsx';
import classes from './inbox-list.module.css';
import type { InboxSearch } from './inbox-search.ts';
import type { ListedHandoff } from './inbox-types.ts';
import { isSettled } from './is-settled.ts';
import type { texts } from './texts.ja.ts';
import { useKept } from './use-kept.ts';
import { useReason } from './use-reason.ts';

/** One hand-off in the list: who, why, and how long there is. */
export function InboxItem({
  handoff,
  search,
  current,
}: {
  handoff: ListedHandoff;
  search: InboxSearch;
  current: boolean;
}) {
  const t = useTexts<typeof texts>('handoffs');
  const { person } = useSession();
  const { lead, score, why, owner, givenBackBy, test, stuck } = handoff;
  // Of what was due, a rep's list names what they have no more.
  const own = person.role === 'sales-rep' && owner?.id === person.id;
  const reason = useReason()(why);
  const [started] = useKept<string>(`note ${handoff.id}`);
  return (
    <li>
      <Link
        className={classes.item}
        to="/handoffs/$handoff"
        params={{ handoff: handoff.id }}
        search={search}
        resetScroll={false}
        aria-current={current}
      >
        <ScoreBox score={score} />
        <div className={classes.words}>
          <h2>
            {lead.name === '' ? t('noName') : lead.name}
            {test && <span className={classes.test}>{t('test')}</span>}
          </h2>
          {lead.company !== null && <p>{lead.company}</p>}
          {reason !== '' && <p>{reason}</p>}
          {stuck && (
            <p className={classes.stuck}>
              <Icon name="alert" size={14} />
              {t('stuck')}
            </p>
          )}
          {!own && (
            <p>{owner === null ? t('nobody') : t(owner.left ? 'ownerLeft' : 'ownedBy', { name: owner.name })}</p>
          )}
          {started !== undefined && <p className={classes.started}>{t('noteStarted')}</p>}
          {givenBackBy !== null && <p>{t('givenBackBy', { name: givenBackBy })}</p>}
        </div>
        <span className={classes.due}>
          <Standing handoff={handoff} />
        </span>
      </Link>
    </li>
  );
}

function Standing({ handoff }: { handoff: ListedHandoff }) {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  const { state, dueAt, metAt, closedAt, rejectReason, absences, totalMs, leftMs, lateMs } = handoff;
  if (state === 'open') {
    return (
      <>
        <SlaJoints totalMs={totalMs} leftMs={leftMs} />
        <small>{t('due', { at: formats.dateTime(parseInstant(dueAt)) })}</small>
      </>
    );
  }
  return (
    <>
      <span>{t(`state.${state}`)}</span>
      {rejectReason !== null && <small>{t(`reason.${rejectReason}`)}</small>}
      {metAt !== null && !isSettled(state) && <small>{t('metOn', { date: formats.date(parseInstant(metAt)) })}</small>}
      {absences > 0 && !isSettled(state) && <small>{t('absences', { count: absences })}</small>}
      <AnsweredWhen lateMs={lateMs} />
      {closedAt !== null && <small>{formats.date(parseInstant(closedAt))}</small>}
    </>
  );
}
