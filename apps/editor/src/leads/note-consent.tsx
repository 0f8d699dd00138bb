import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** Records by hand what a lead said about its consent: the words agreed to, and where that was. */
export function NoteConsent({
  lead,
  topic,
  given,
  onClose,
}: {
  lead: string;
  topic: string;
  given: boolean;
  onClose: () => void;
}) {
  const t = useTexts<typeof texts>('leads');
  const queries = useQueryClient();
  const [wording, setWording] = useState(given ? t('noteWordingExample') : '');
  const [source, setSource] = useState('');
  const note = useMutation(
    trpc.leads.noteConsent.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.leads.pathFilter());
        onClose();
      },
    }),
  );
  const ready = source.trim() !== '' && (!given || wording.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const said = { lead, topic, source };
    note.mutate(given ? { ...said, given, wording } : { ...said, given });
  };
  return (
    <FormModal opened onClose={onClose} title={t(given ? 'noteGiven' : 'noteWithdrawn')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <p>{t(given ? 'noteGivenHelp' : 'noteWithdrawnHelp')}</p>
          {given && (
            <Textarea
              label={t('noteWording')}
              description={t('noteWordingHelp')}
              value={wording}
              onChange={({ currentTarget }) => setWording(currentTarget.value)}
              maxLength={1_000}
              autosize
              minRows={2}
              required
            />
          )}
          <TextInput
            label={t('noteSource')}
            description={t('noteSourceHelp')}
            value={source}
            onChange={({ currentTarget }) => setSource(currentTarget.value)}
            maxLength={300}
            required
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="idle" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={note.isPending}>
              {t('noteAction')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormModal>
  );
}
