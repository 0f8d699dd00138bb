import { parseInstant } from '@sodate/journey/time/instant';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useSession } from '../server/use-session.ts';
import { AnswerNote } from './answer-note.tsx';
import type { Brief } from './inbox-types.ts';
import { noteForMe } from './note-for-me.ts';
import classes from './stuck-note.module.css';
import type { texts } from './texts.ja.ts';

/** What somebody wrote to its reader, before all else: at the foot of the page nobody looked for it. */
export function NoteForReader({ brief }: { brief: Brief }) {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  const { person } = useSession();
  const { id, entries, owner, may } = brief;
  const found = noteForMe({ entries, owner, me: person.id });
  if (found === undefined) return null;
  return (
    <div className={`${classes.note} ${classes.told}`} role="status">
      <Icon name="bell" />
      <p>
        <b>{t('noteOf', { at: formats.dateTime(parseInstant(found.at)), by: found.by })}</b>
        <span className={classes.words}>{found.note}</span>
      </p>
      {may.answer && <AnswerNote handoff={id} />}
    </div>
  );
}
