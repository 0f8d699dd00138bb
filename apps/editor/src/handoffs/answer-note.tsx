import { Button } from '@mantine/core';
import { useTexts } from '../language/use-texts.ts';
import type { Brief } from './inbox-types.ts';
import { goToNote } from './note-id.ts';
import type { texts } from './texts.ja.ts';

/** The way to where a note of somebody else is answered. */
export function AnswerNote({ handoff }: { handoff: Brief['id'] }) {
  const t = useTexts<typeof texts>('handoffs');
  return (
    <Button size="xs" variant="default" onClick={() => goToNote(handoff)}>
      {t('answerNote')}
    </Button>
  );
}

/** What its owner writes now answers somebody. */
export function answersNote({ noteReader }: Pick<Brief, 'noteReader'>): boolean {
  return noteReader !== null && !noteReader.owner;
}
