import { parseInstant } from '@sodate/journey/time/instant';
import type { ListedNotice } from '@sodate/services/notice/list-notices';
import { Link } from '@tanstack/react-router';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { useSession } from '../server/use-session.ts';
import classes from './notices.module.css';
import type { texts } from './texts.ja.ts';

const minuteMs = 60_000;

/** One notice: what it is about, when, and where a deadline passed that another answers for, what can be done. */
export function Notice({ notice, onOpen }: { notice: ListedNotice; onOpen: () => void }) {
  const t = useTexts<typeof texts>('notices');
  const formats = useFormats();
  const { kind, href, readAt, at, detail, note, changedBy } = notice;
  const when = formats.dateTime(at);
  const dueAt = typeof detail.dueAt === 'string' ? formats.dateTime(parseInstant(detail.dueAt)) : '';
  const due = dueAt === '' ? '' : t('due', { at: dueAt });
  const by = changedBy === null ? '' : t('changedBy', { by: changedBy });
  const standing = useStanding(notice);
  return (
    <li>
      <Link className={classes.notice} to={href} data-unread={readAt === null} onClick={onOpen}>
        <b>{useTitle(notice)}</b>
        {note !== null && (
          <q>
            {note.by === null || kind === 'handoff-contact-due'
              ? note.text
              : t('says', { by: note.by, note: note.text })}
          </q>
        )}
        {standing !== '' && <span>{standing}</span>}
        <small>{[when === dueAt ? '' : when, due, by].filter((part) => part !== '').join(' · ')}</small>
      </Link>
    </li>
  );
}

function useTitle({ kind, lead, detail, person }: ListedNotice): string {
  const t = useTexts<typeof texts>('notices');
  return t(keyOf({ kind, detail, person }), {
    lead: lead ?? t('someone'),
    journey: detail.journey ?? '',
    by: detail.by ?? '',
    person: person ?? '',
  });
}

function keyOf({ kind, detail, person }: Pick<ListedNotice, 'kind' | 'detail' | 'person'>) {
  if (kind === 'handoff-taken' && person === null) return 'handoff-takenNobody';
  if (kind === 'handoff-escalated' && person === null) return 'handoff-escalatedNobody';
  return kind === 'handoff-assigned' && detail.passedOn === 'yes' ? 'handoff-passedOn' : kind;
}

/** Of a deadline that passed: how late it is by now, and what one can do; or that it was answered. */
function useStanding({ escalation, detail }: ListedNotice): string {
  const t = useTexts<typeof texts>('notices');
  const formats = useFormats();
  const { role } = useSession().person;
  if (escalation === null) return '';
  if (escalation.kind === 'answered') return t('answeredSince');
  const { owner, lateMs } = escalation;
  const mayReassign = role === 'sales-manager' || role === 'admin';
  const sameOwner = (owner ?? '') === detail.owner;
  return [
    lateMs < minuteMs ? '' : t('lateBy', { span: formats.span(lateMs) }),
    mayReassign && sameOwner ? t(owner === null ? 'mayChoose' : 'mayReassign') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
