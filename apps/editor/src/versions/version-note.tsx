import { Button, Group, Textarea } from '@mantine/core';
import type { JourneyId } from '@sodate/journey/id';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';
import { useMayRestore } from './use-may-restore.ts';
import classes from './versions.module.css';

/** What somebody wrote about a version, and the way to write it. */
export function VersionNote({ journey, number, note }: { journey: JourneyId; number: number; note: string }) {
  const t = useTexts<typeof texts>('versions');
  const may = useMayRestore();
  const [text, setText] = useState<string>();
  const save = useMutation(
    trpc.versions.note.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.versions.list.pathFilter());
        setText(undefined);
        showSaved(t('noteSaved'));
      },
    }),
  );
  if (text === undefined) {
    return (
      <div className={classes.note}>
        {note !== '' && <p>{note}</p>}
        {may && (
          <Button variant="subtle" size="compact-xs" onClick={() => setText(note)}>
            {t(note === '' ? 'noteWrite' : 'noteEdit')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <form
      className={classes.note}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ journey, number, note: text });
      }}
    >
      <Textarea
        label={t('noteLabel', { number: String(number) })}
        description={t('noteHelp')}
        value={text}
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap="xs" mt={6}>
        <Button type="submit" size="compact-sm" loading={save.isPending}>
          {t('noteSave')}
        </Button>
        <Button variant="subtle" color="idle" size="compact-sm" onClick={() => setText(undefined)}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
}
