import { parseInstant } from '@sodate/journey/time/instant';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent, ReactNode } from 'react';
import { useReasonWords } from '../answer-reasons/use-reason-words.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { ContactMark } from '../next-contact/contact-mark.tsx';
import { Icon } from '../parts/icon.tsx';
import { ScoreBox } from '../parts/score-box.tsx';
import { SlaJoints } from '../parts/sla-joints.tsx';
import { unbroken } from '../parts/unbroken.ts';
import { useSession } from '../server/use-session.ts';
import { AnsweredWhen } from './answered-when.tsx';
import classes from './inbox-list.module.css';
import type { InboxSearch } from './inbox-search.ts';
import type { ListedHandoff } from './inbox-types.ts';
import { isSettled } from './is-settled.ts';
import { NotedMark } from './noted-mark.tsx';
import { briefId, focusOn, itemId } from './places.ts';
import type { texts } from './texts.ja.ts';
import { useKept } from './use-kept.ts';
import { useOwnerWords } from './use-owner-words.ts';
import { useReason } from './use-reason.ts';
import { useStandingWords } from './use-standing-words.ts';

interface Listed {
  readonly handoff: ListedHandoff;
  readonly search: InboxSearch;
  readonly current: boolean;
}

/** One hand-off in the list: who, why, and how long there is. */
export function InboxItem({ handoff, search, current }: Listed) {
  const t = useTexts<typeof texts>('handoffs');
  const { person } = useSession();
  const { lead, score, why, owner, heldBy, givenBackBy, test, stuck, nextContact, noted } = handoff;
  const isRep = person.role === 'sales-rep';
  const own = isRep && owner?.id === person.id;
  const ownerWords = useOwnerWords();
  const whose = () => {
    // Of what was due, a rep's list names what they have no more.
    if (isRep) return owner === null ? t('ownerNowNobody') : t('ownerNow', { name: owner.name });
    if (heldBy === null) return ownerWords(owner);
    return owner === null
      ? t('heldByNobodyNow', { held: heldBy })
      : t('heldByThen', { held: heldBy, name: owner.name });
  };
  const leadName = useLeadName();
  const reason = useReason()(why);
  const [started] = useKept<string>(`note ${handoff.id}`);
  return (
    <li>
      <Row handoff={handoff} search={search} current={current}>
        <ScoreBox score={score} />
        <div className={classes.words}>
          <h2>
            {unbroken(leadName(lead))}
            {test && <span className={classes.test}>{t('test')}</span>}
          </h2>
          {lead.company !== null && <p>{lead.company}</p>}
          {reason !== '' && <p>{reason}</p>}
          {nextContact !== null && <ContactMark contact={nextContact} />}
          {stuck && (
            <p className={classes.stuck}>
              <Icon name="alert" size={14} />
              {t('stuck')}
            </p>
          )}
          {!own && <p>{whose()}</p>}
          {noted && <NotedMark />}
          {started !== undefined && <p className={classes.started}>{t('noteStarted')}</p>}
          {givenBackBy !== null && <p>{t('givenBackBy', { name: givenBackBy })}</p>}
        </div>
        <span className={classes.due}>
          <Standing handoff={handoff} />
        </span>
      </Row>
    </li>
  );
}

/** A way to the hand-off; of another's, which a rep may not open, only the words. */
function Row({ handoff, search, current, children }: Listed & { children: ReactNode }) {
  if (!handoff.mayOpen) return <div className={`${classes.item} ${classes.anothers}`}>{children}</div>;
  // The one in sight leads on: Enter and → go to it, as a click on it would lead nowhere.
  const toBrief = (event: KeyboardEvent) => {
    if (!current || (event.key !== 'Enter' && event.key !== 'ArrowRight') || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    focusOn(briefId(handoff.id));
  };
  return (
    <Link
      className={classes.item}
      to="/handoffs/$handoff"
      params={{ handoff: handoff.id }}
      search={search}
      resetScroll={false}
      aria-current={current}
      id={itemId(handoff.id)}
      onKeyDown={toBrief}
    >
      {children}
    </Link>
  );
}

function Standing({ handoff }: { handoff: ListedHandoff }) {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  const { state, dueAt, closedAt, closeReason, absences, talks, totalMs, leftMs, lateMs } = handoff;
  const reasonWords = useReasonWords();
  const [standing, meeting] = useStandingWords()(handoff);
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
      <span>{standing}</span>
      {closeReason !== null && <small>{reasonWords(closeReason)}</small>}
      {closedAt !== null && <small>{t('closedOn', { at: formats.date(parseInstant(closedAt)) })}</small>}
      {meeting !== undefined && <small>{meeting}</small>}
      {talks > 0 && !isSettled(state) && <small>{t('talks', { count: talks })}</small>}
      {absences > 0 && !isSettled(state) && <small>{t('absences', { count: absences })}</small>}
      <AnsweredWhen lateMs={lateMs} />
    </>
  );
}
