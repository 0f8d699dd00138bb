import { Button, Group, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { usePersonChoices } from '../people/use-person-choices.tsx';
import type { Brief } from './inbox-types.ts';
import type { texts } from './texts.ja.ts';
import type { Answers } from './use-answers.ts';
import { useLoadOf } from './use-load-of.ts';
import { useSalespeople } from './use-salespeople.ts';
import { whoGaveBack } from './who-gave-back.ts';

/** Gives a hand-off to somebody else, and says beside each name how much they have in hand, and who is away. */
export function Reassign({ brief, answers, onClose }: { brief: Brief; answers: Answers; onClose: () => void }) {
  const t = useTexts<typeof texts>('handoffs');
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const people = useReceivers(brief);
  const { choices, renderOption } = usePersonChoices({ people });
  const receiver = people.find(({ id }) => id === chosen);
  const name = receiver?.name;
  const reassign = () => {
    if (chosen === null || name === undefined) return;
    const onSuccess = () => {
      showSaved(t('reassigned', { name }));
      onClose();
    };
    answers.reassign.mutate({ handoff: brief.id, owner: chosen, note }, { onSuccess });
  };
  return (
    <FormModal opened onClose={onClose} title={t('reassignTitle', { name: brief.lead.name })}>
      <Select
        label={t('newOwner')}
        description={receiver?.madeUp === true ? t('reassignMadeUp', { name: receiver.name }) : t('reassignHelp')}
        placeholder={t('chooseOwner')}
        data={choices}
        value={chosen}
        onChange={setChosen}
        renderOption={renderOption}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        searchable
        data-autofocus
        openOnFocus={false}
      />
      <Textarea
        mt="md"
        label={t('ownerNote')}
        description={t('ownerNoteHelp')}
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
        <Button disabled={name === undefined} loading={answers.reassign.isPending} onClick={reassign}>
          {name === undefined ? t('reassign') : t('reassignTo', { name })}
        </Button>
      </Group>
    </FormModal>
  );
}

/**
 * Reps before those who lead them, whoever is there before whoever is away, and the least busy first; whoever has given
 * it back comes last.
 */
function useReceivers({ owner, entries }: Pick<Brief, 'owner' | 'entries'>) {
  const t = useTexts<typeof texts>('handoffs');
  const loadOf = useLoadOf();
  const people = useSalespeople().filter(({ id }) => id !== owner?.id);
  const refused = whoGaveBack(entries);
  return people
    .map(({ id, name, role, away, madeUp }) => {
      const { open, working } = loadOf(id);
      const rank = [refused.has(id) ? 1 : 0, away ? 1 : 0, role === 'sales-rep' ? 0 : 1, open, working] as const;
      const load = t(away ? 'loadAway' : 'load', { open, working });
      return { id, name, role, rank, madeUp, more: refused.has(id) ? t('loadRefused', { load }) : load };
    })
    .toSorted((one, other) => {
      const place = one.rank.findIndex((value, index) => value !== other.rank[index]);
      return place < 0 ? 0 : (one.rank[place] ?? 0) - (other.rank[place] ?? 0);
    });
}
