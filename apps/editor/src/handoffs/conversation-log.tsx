import { Button, Textarea } from '@mantine/core';
import { parseInstant } from '@sodate/journey/time/instant';
import type { SubmitEvent } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import { answersNote } from './answer-note.tsx';
import classes from './brief.module.css';
import { sayOfHandoff } from './handoff-toast.ts';
import type { Brief } from './inbox-types.ts';
import { NotYetSaved } from './not-yet-saved.tsx';
import formClasses from './note-form.module.css';
import { noteId } from './note-id.ts';
import { Section } from './section.tsx';
import type { texts } from './texts.ja.ts';
import type { Answers } from './use-answers.ts';
import { useEntryWords } from './use-entry-words.ts';
import { useKept } from './use-kept.ts';

/** What was said and done, seen by both sides; a note may be added at any time. */
export function ConversationLog({ brief, answers }: { brief: Brief; answers: Answers }) {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  const words = useEntryWords();
  return (
    <Section title={t('log')}>
      <ol className={classes.lines}>
        {brief.entries.map((entry) => (
          <li key={entry.id}>
            <span>{words(entry)}</span>
            {entry.by !== null && (
              <span className="muted">{entry.kind === 'assigned' ? t('changedBy', { by: entry.by }) : entry.by}</span>
            )}
            <time dateTime={entry.at}>{formats.dateTime(parseInstant(entry.at))}</time>
            {entry.note !== null && <span className={classes.quote}>{entry.note}</span>}
          </li>
        ))}
      </ol>
      {brief.may.answer && <NoteForm brief={brief} answers={answers} />}
    </Section>
  );
}

function NoteForm({ brief, answers }: { brief: Brief; answers: Answers }) {
  const { id: handoff, noteReader } = brief;
  const t = useTexts<typeof texts>('handoffs');
  const [note = '', setNote] = useKept<string>(`note ${handoff}`);
  const unsaved = note.trim() !== '' && !answers.note.isPending;
  const tellsId = `${noteId(handoff)}-tells`;
  const hintId = `${noteId(handoff)}-hint`;
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    // Callbacks of `mutate` are left out once one looks at another brief: the note would lie here to be added again.
    const added = answers.note.mutateAsync({ handoff, note });
    added
      .then(() => {
        setNote(undefined);
        if (noteReader === null) return;
        const told = t('noteTold', { name: noteReader.name });
        sayOfHandoff(handoff, (id) => showSaved(told, { id, forMs: 4_000 }));
      })
      .catch(() => undefined);
  };
  return (
    <form className={formClasses.form} onSubmit={add}>
      <div>
        <Textarea
          id={noteId(handoff)}
          aria-label={t('note')}
          placeholder={t('notePlaceholder')}
          autosize
          minRows={1}
          maxLength={2_000}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value || undefined)}
          aria-describedby={unsaved ? `${tellsId} ${hintId}` : tellsId}
        />
        <p className={formClasses.tells} id={tellsId}>
          {noteReader === null
            ? t('noteTells.nobody')
            : t(noteReader.owner ? 'noteTells.owner' : 'noteTells.answers', { name: noteReader.name })}
        </p>
        {unsaved && <NotYetSaved id={hintId} />}
      </div>
      <Button type="submit" variant="default" disabled={note.trim() === ''} loading={answers.note.isPending}>
        {t(answersNote(brief) ? 'sendAnswer' : 'addNote')}
      </Button>
    </form>
  );
}
