import { Button, Group, Modal, Radio, TextInput } from '@mantine/core';
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
      <Radio.Group
        mt="md"
        label={t('beginWith')}
        value={fromTemplate ? 'template' : 'blank'}
        onChange={(value) => setFromTemplate(value === 'template')}
      >
        <div className={classes.templates}>
          {(['blank', 'template'] as const).map((value) => (
            <Radio.Card key={value} value={value} className={classes.template ?? ''}>
              <b>{t(value === 'template' ? 'templateDocument' : 'templateBlank')}</b>
              <small>{t(value === 'template' ? 'templateDocumentHelp' : 'templateBlankHelp')}</small>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
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
