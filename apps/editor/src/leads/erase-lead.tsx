import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import { unbroken } from '../parts/unbroken.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';

/** Erases a lead for good, once the word is written that says so. */
export function EraseLead({
  lead,
  name,
  onClose,
  onErased,
}: {
  lead: string;
  name: string;
  onClose: () => void;
  onErased: () => void;
}) {
  const t = useTexts<typeof texts>('leads');
  const queries = useQueryClient();
  const [word, setWord] = useState('');
  const erase = useMutation(
    trpc.leads.erase.mutationOptions({
      onSuccess: async () => {
        onErased();
        showSaved(t('erased', { name }));
        await queries.invalidateQueries(trpc.leads.list.pathFilter());
        await queries.invalidateQueries(trpc.leads.count.pathFilter());
      },
    }),
  );
  const said = word.trim().toLowerCase() === t('eraseWord').toLowerCase();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (said) erase.mutate({ lead });
  };
  return (
    <Modal opened onClose={onClose} title={t('eraseTitle', { name: unbroken(name) })}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <p>{t('eraseHelp')}</p>
          <TextInput
            label={t('eraseType', { word: t('eraseWord') })}
            value={word}
            onChange={({ currentTarget }) => setWord(currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="idle" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" color="danger" disabled={!said} loading={erase.isPending}>
              {t('eraseAction')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
