import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import classes from './journey-list.module.css';
import type { texts } from './texts.ja.ts';

/** Asks for a name and whether to begin from the template; then the canvas opens. */
export function NewJourney({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts<typeof texts>('journeys');
  return (
    <Modal opened={opened} onClose={onClose} title={t('create')} closeButtonProps={{ 'aria-label': t('close') }}>
      <NewJourneyForm onClose={onClose} />
    </Modal>
  );
}

function NewJourneyForm({ onClose }: { onClose: () => void }) {
  const t = useTexts<typeof texts>('journeys');
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [fromTemplate, setFromTemplate] = useState(false);
  const create = useMutation(
    trpc.journeys.create.mutationOptions({
      onSuccess: async ({ id }) => {
        onClose();
        void queryClient.invalidateQueries(trpc.journeys.list.pathFilter());
        await navigate({ to: '/journeys/$journey', params: { journey: id } });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted !== '') create.mutate({ name: wanted, ...(fromTemplate ? { template: 'document-request' } : {}) });
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={t('name')}
        description={t('nameHelp')}
        placeholder={t('nameExample')}
        value={name}
        maxLength={80}
        required
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes.templates} role="radiogroup" aria-label={t('beginWith')}>
        {[false, true].map((template) => (
          <button
            key={String(template)}
            type="button"
            role="radio"
            aria-checked={fromTemplate === template}
            className={classes.template}
            onClick={() => setFromTemplate(template)}
          >
            <b>{t(template ? 'templateDocument' : 'templateBlank')}</b>
            <small>{t(template ? 'templateDocumentHelp' : 'templateBlankHelp')}</small>
          </button>
        ))}
      </div>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="subtle" color="idle" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
          {t('createDo')}
        </Button>
      </Group>
    </form>
  );
}
