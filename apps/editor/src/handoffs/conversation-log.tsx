import { Button, Textarea } from '@mantine/core';
import { parseInstant } from '@sodate/journey/time/instant';
import type { SubmitEvent } from 'react';
import { useReasonWords } from '../answer-reasons/use-reason-words.ts';
import { useFormats } from '../language/use-formats.ts';
import { type Translate, useTexts } from '../language/use-texts.ts';
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
import { useKept } from './use-kept.ts';
import { useNames } from './use-names.ts';

type Entry = Brief['entries'][number];

/** What was said and done, seen by both sides; a note may be added at any time. */
export function ConversationLog({ brief, answers }: { brief: Brief; answers: Answers }) {
  const t = useTexts<typeof texts>('handoffs');
  const formats = useFormats();
  const names = useNames();
  const reasonWords = useReasonWords();
  const contactOf = ({ contact }: Entry) => {
    if (contact === null) return '';
    const at = parseInstant(contact.at);
    return contact.timed ? formats.dateTime(at) : formats.date(at);
  };
  return (
    <Section title={t('log')}>
      <ol className={classes.lines}>
        {brief.entries.map((entry) => (
          <li key={entry.id}>
            <span>
              {words({
                entry,
                told: names(entry.told),
                reason: reasonWords(entry.reason),
                contact: contactOf(entry),
                t,
              })}
            </span>
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

function words({
  entry,
  told,
  reason,
  contact,
  t,
}: {
  entry: Entry;
  told: string;
  reason: string | undefined;
  contact: string;
  t: Translate<typeof texts>;
}): string {
  if (entry.kind === 'overdue' && told !== '') return t('entry.overdueTold', { names: told });
  if (entry.kind === 'rejected' && reason !== undefined) return t('entry.rejectedFor', { reason });
  if (entry.kind === 'lost' && reason !== undefined) return t('entry.lostFor', { reason });
  if (entry.undoes) {
    return entry.to === null
      ? t('entry.reassignUndoneNobody')
      : t('entry.reassignUndone', { from: entry.from ?? '', to: entry.to });
  }
  if (entry.kind === 'assigned' && entry.from !== null) {
    return t('entry.assignedFrom', { from: entry.from, to: entry.to ?? '' });
  }
  return t(`entry.${entry.kind}`, { to: entry.to ?? '', contact });
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
