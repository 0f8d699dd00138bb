import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { showSaved } from '../parts/show-saved.ts';
import type { InboxSearch } from './inbox-search.ts';
import type { Brief, ListedHandoff } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';
import type { Answers } from './use-answers.ts';

/** A rep says that a hand-off is somebody else's, and goes on to the next. It is asked: they see it no longer. */
export function GiveBack({
  brief,
  answers,
  next,
  search,
  onClose,
}: {
  brief: Brief;
  answers: Answers;
  next: ListedHandoff | undefined | null;
  search: InboxSearch;
  onClose: () => void;
}) {
  const t = useTexts<typeof texts>('handoffs');
  const navigate = useNavigate();
  const [note, setNote] = useState('');
  const name = brief.lead.name === '' ? t('noName') : brief.lead.name;
  const onSuccess = () => {
    onClose();
    showSaved(t('givenBack', { name }));
    if (next) void navigate({ to: '/handoffs/$handoff', params: { handoff: next.id }, search });
    else void navigate({ to: '/handoffs', search });
  };
  return (
    <Modal opened onClose={onClose} title={t('giveBackTitle', { name })}>
      <p>{t('giveBackHelp')}</p>
      <Textarea
        mt="md"
        label={t('whoseNote')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="subtle" color="idle" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          data-autofocus
          loading={answers.giveBack.isPending}
          onClick={() => answers.giveBack.mutate({ handoff: brief.id, note }, { onSuccess })}
        >
          {t('giveBack')}
        </Button>
      </Group>
    </Modal>
  );
}
