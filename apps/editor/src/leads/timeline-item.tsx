import { parseInstant } from '@sodate/journey/time/instant';
import { useEventWords } from '../event-words/use-event-words.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { ReadMail } from '../mails/read-mail.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useSession } from '../server/use-session.ts';
import { answersOfForm } from './answers-of-form.ts';
import { FormAnswers } from './form-answers.tsx';
import type { TimelineEvent, TimelineKind } from './lead-types.ts';
import type { texts } from './texts.ja.ts';
import classes from './timeline-item.module.css';

const icons: Readonly<Record<TimelineKind, IconName>> = {
  page: 'eye',
  mail: 'mail',
  form: 'form',
  event: 'bolt',
  sales: 'handoff',
  journey: 'journey',
  change: 'tag',
};

/** One line of the history: when, what, and the points it gives. An event taken back stays, struck through. */
export function TimelineItem({ event }: { event: TimelineEvent }) {
  const t = useTexts<typeof texts>('leads');
  const formats = useFormats();
  const words = useEventWords()(event);
  return (
    <li className={event.retracted ? `${classes.item} ${classes.retracted}` : classes.item}>
      <time dateTime={event.at}>{formats.clock(parseInstant(event.at))}</time>
      <span className={`${classes.mark} ${classes[event.kind]}`}>
        <Icon name={icons[event.kind]} size={14} />
      </span>
      <div>
        <span className={classes.title}>{words.title}</span>
        {words.detail !== undefined && <small>{words.detail}</small>}
        {event.sentMail !== null && (
          <ReadMail sentMail={event.sentMail} subject={event.mail?.subject ?? event.mail?.name ?? ''} />
        )}
        {event.name === 'form-submitted' && <Written event={event} />}
        {event.retracted && <small>{t(event.kind === 'sales' ? 'takenBack' : 'retracted')}</small>}
      </div>
      {event.points !== 0 && (
        <b className={classes.points}>
          {event.points > 0 ? `+${formats.number(event.points)}` : formats.number(event.points)}
        </b>
      )}
    </li>
  );
}

/** What was written into a form, to be opened; or that nothing was. */
function Written({ event }: { event: TimelineEvent }) {
  const t = useTexts<typeof texts>('leads');
  const { role } = useSession().person;
  if (answersOfForm(event).length > 0) {
    return (
      <details className={classes.written}>
        <summary className="link">{t('written')}</summary>
        <FormAnswers event={event} />
      </details>
    );
  }
  // Who sees no personal data is not told of what was written either.
  return role !== 'viewer' && <small>{t('nothingWritten')}</small>;
}
