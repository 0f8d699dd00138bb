import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import type { Brief } from './inbox-types.ts';
import { noteOfGiver } from './note-of-giver.ts';
import classes from './stuck-note.module.css';
import type { texts } from './texts.ja.ts';
import { useGiving } from './use-giving.ts';

/** What a manager wrote to the new owner, before all else; of an overdue one it stands in the note that says so. */
export function NewOwnerNote({ brief }: { brief: Brief }) {
  const t = useTexts<typeof texts>('handoffs');
  const words = useGiving();
  const given = noteOfGiver(brief);
  if (given === undefined || brief.overdue) return null;
  return (
    <div className={`${classes.note} ${classes.told}`} role="status">
      <Icon name="users" />
      <p>
        <b>{words(given)}</b>
        <span className={classes.words}>
          {given.by === null ? given.note : t('says', { by: given.by, note: given.note })}
        </span>
      </p>
    </div>
  );
}
