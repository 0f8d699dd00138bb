import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { trpc } from '../server/trpc.ts';
import { isSaidComplete, type Said, SaidFields } from './said-fields.tsx';
import type { texts } from './texts.ja.ts';
import { useConsentWords } from './use-consent-words.ts';

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
  const words = useConsentWords();
  const queries = useQueryClient();
  const [said, setSaid] = useState<Said>({ wording: t('noteWordingExample'), source: '' });
  const note = useMutation(
    trpc.leads.noteConsent.mutationOptions({
      onSuccess: async () => {
        await Promise.all([trpc.leads, trpc.handoffs].map((area) => queries.invalidateQueries(area.pathFilter())));
        onClose();
        showSaved(t('consentNoted', { words: words({ topic, given }) }), { forMs: 4_000 });
      },
    }),
  );
  const ready = isSaidComplete({ given, said });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const { wording, source } = said;
    note.mutate(given ? { lead, topic, given, wording, source } : { lead, topic, given, source });
  };
  return (
    <FormModal opened onClose={onClose} title={t(given ? 'noteGivenTitle' : 'noteWithdrawnTitle')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <p>{t(given ? 'noteGivenHelp' : 'noteWithdrawnHelp')}</p>
          <SaidFields given={given} said={said} onChange={setSaid} focused />
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
