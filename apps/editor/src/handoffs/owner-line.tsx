import { Button, Group, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { useSession } from '../server/use-session.ts';
import type { Brief } from './inbox-types.ts';
import { isSettled } from './is-settled.ts';
import type { texts } from './texts.ja.ts';
import type { Answers } from './use-answers.ts';
import { useSalespeople } from './use-salespeople.ts';

/** Whose it is, and for managers the way to give it to another; for a test, the way past its waiting. */
export function OwnerLine({ brief, answers }: { brief: Brief; answers: Answers }) {
  const t = useTexts<typeof texts>('handoffs');
  const [choosing, setChoosing] = useState(false);
  const { owner, may, state } = brief;
  const hurries = useSession().person.role !== 'sales-rep';
  const waits = brief.test && state === 'open' && !brief.overdue;
  return (
    <>
      {may.reassign && (
        <span className="muted">{owner === null ? t('nobody') : t('ownedBy', { name: owner.name })}</span>
      )}
      {may.reassign && !isSettled(state) && (
        <Button size="xs" variant="subtle" onClick={() => setChoosing(true)}>
          {t('reassign')}
        </Button>
      )}
      {waits && hurries && (
        <Button
          size="xs"
          variant="subtle"
          loading={answers.forward.isPending}
          onClick={() => answers.forward.mutate({ handoff: brief.id })}
        >
          {t('forward')}
        </Button>
      )}
      {choosing && <Reassign brief={brief} answers={answers} onClose={() => setChoosing(false)} />}
    </>
  );
}

function Reassign({ brief, answers, onClose }: { brief: Brief; answers: Answers; onClose: () => void }) {
  const t = useTexts<typeof texts>('handoffs');
  const [chosen, setChosen] = useState<string | null>(null);
  const people = useSalespeople().filter(({ id }) => id !== brief.owner?.id);
  const name = people.find(({ id }) => id === chosen)?.name;
  const reassign = () => {
    if (chosen !== null) answers.reassign.mutate({ handoff: brief.id, owner: chosen }, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title={t('reassign')}>
      <Select
        label={t('newOwner')}
        description={t('reassignHelp')}
        data={people.map((person) => ({ value: person.id, label: person.name }))}
        value={chosen}
        onChange={setChosen}
        searchable
        data-autofocus
      />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="subtle" color="idle" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button disabled={name === undefined} loading={answers.reassign.isPending} onClick={reassign}>
          {name === undefined ? t('reassign') : t('reassignTo', { name })}
        </Button>
      </Group>
    </Modal>
  );
}
