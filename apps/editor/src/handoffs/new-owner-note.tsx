import { useGiving } from '../giving-on/use-giving.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useSession } from '../server/use-session.ts';
import { AnswerNote, answersNote } from './answer-note.tsx';
import { cameFrom } from './came-from.ts';
import type { Brief } from './inbox-types.ts';
import { noteOfGiver } from './note-of-giver.ts';
import classes from './stuck-note.module.css';
import type { texts } from './texts.ja.ts';

/** From whom it came, and what a manager wrote to the new owner, before all else; of an overdue one it stands in the note that says so. */
export function NewOwnerNote({ brief }: { brief: Brief }) {
  const t = useTexts<typeof texts>('handoffs');
  const words = useGiving();
  const me = useSession().person.id;
  const noted = noteOfGiver(brief);
  const given = noted ?? cameFrom({ ...brief, me });
  if (given === undefined || brief.overdue) return null;
  return (
    <div className={`${classes.note} ${classes.told}`} role="status">
      <Icon name="users" />
      <p>
        <b>{words(given)}</b>
        {noted !== undefined && (
          <span className={classes.words}>
            {noted.by === null ? noted.note : t('says', { by: noted.by, note: noted.note })}
          </span>
        )}
      </p>
      {noted !== undefined && answersNote(brief) && <AnswerNote handoff={brief.id} />}
    </div>
  );
}
