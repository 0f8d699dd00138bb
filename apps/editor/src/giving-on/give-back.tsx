import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Brief } from '../handoffs/inbox-types.ts';
import type { Answers } from '../handoffs/use-answers.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { FormModal } from '../parts/form-modal.tsx';
import { unbroken } from '../parts/unbroken.ts';
import type { texts } from './texts.ja.ts';

/** A rep says that a hand-off is somebody else's, and of whom they think. */
export function GiveBack({ brief, answers, onClose }: { brief: Brief; answers: Answers; onClose: () => void }) {
  const t = useTexts<typeof texts>('giving-on');
  const [note, setNote] = useState('');
  const name = useLeadName()(brief.lead);
  return (
    <FormModal opened onClose={onClose} title={t('giveBackTitle', { name: unbroken(name) })}>
      <p>{t('giveBackHelp')}</p>
      {brief.journeyNow !== null && <p>{t(`giveBack.${brief.journeyNow.kind}`)}</p>}
      <Textarea
        mt="md"
        data-autofocus
        label={t('whoseNote')}
        description={t('whoseNoteHelp')}
        autosize
        minRows={3}
        maxLength={2_000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="subtle" color="idle" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          loading={answers.giveBack.isPending}
          onClick={() => answers.giveBack.mutate({ handoff: brief.id, note }, { onSuccess: onClose })}
        >
          {t('giveBack')}
        </Button>
      </Group>
    </FormModal>
  );
}
