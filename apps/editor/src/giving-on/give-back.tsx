import { Button, Group, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Brief } from '../handoffs/inbox-types.ts';
import type { Answers } from '../handoffs/use-answers.ts';
import { useSalespeople } from '../handoffs/use-salespeople.ts';
import { useTexts } from '../language/use-texts.ts';
import { useLeadName } from '../leads/lead-name.tsx';
import { FormModal } from '../parts/form-modal.tsx';
import { unbroken } from '../parts/unbroken.ts';
import { usePersonLabel } from '../people/use-person-label.ts';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';

/** A rep says that a hand-off is somebody else's, and of whom they think. */
export function GiveBack({ brief, answers, onClose }: { brief: Brief; answers: Answers; onClose: () => void }) {
  const t = useTexts<typeof texts>('giving-on');
  const [note, setNote] = useState('');
  const [wished, setWished] = useState<string | null>(null);
  const me = useSession().person.id;
  const colleagues = useSalespeople().filter(({ id }) => id !== me);
  const name = useLeadName()(brief.lead);
  const labelOf = usePersonLabel();
  const words = [wished === null ? '' : t('wishedIs', { name: wished }), note.trim()].filter(Boolean).join('\n');
  return (
    <FormModal opened onClose={onClose} title={t('giveBackTitle', { name: unbroken(name) })}>
      <p>{t('giveBackHelp')}</p>
      {brief.journeyNow !== null && <p>{t(`giveBack.${brief.journeyNow.kind}`)}</p>}
      <Select
        mt="md"
        label={t('wished')}
        placeholder={t('wishedNone')}
        clearable
        searchable
        data={colleagues.map((one) => ({ value: one.name, label: labelOf(one) }))}
        value={wished}
        onChange={setWished}
      />
      <Textarea
        mt="sm"
        data-autofocus
        label={t('whoseNote')}
        description={t('whoseNoteHelp')}
        autosize
        minRows={3}
        maxLength={1_800}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="subtle" color="idle" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          loading={answers.giveBack.isPending}
          onClick={() => answers.giveBack.mutate({ handoff: brief.id, note: words }, { onSuccess: onClose })}
        >
          {t('giveBack')}
        </Button>
      </Group>
    </FormModal>
  );
}
