import { Box, Button, Group, Select, Textarea } from '@mantine/core';
import { parseInstant } from '@sodate/journey/time/instant';
import { localDay } from '@sodate/journey/time/local-day';
import type { ListedPerson } from '@sodate/services/person/list-people';
import { useState } from 'react';
import { sayOfHandoff } from '../handoffs/handoff-toast.ts';
import type { Brief } from '../handoffs/inbox-types.ts';
import type { Answers } from '../handoffs/use-answers.ts';
import { useSalespeople } from '../handoffs/use-salespeople.ts';
import { whoGaveBack } from '../handoffs/who-gave-back.ts';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { FormModal } from '../parts/form-modal.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { unbroken } from '../parts/unbroken.ts';
import { AbsenceWarning } from '../people/absence-warning.tsx';
import { usePersonChoices } from '../people/use-person-choices.tsx';
import { useSession } from '../server/use-session.ts';
import type { texts } from './texts.ja.ts';
import { useLoadOf } from './use-load-of.ts';

/** Gives a hand-off to somebody else, and says beside each name how much they have in hand, and who is away. */
export function Reassign({ brief, answers, onClose }: { brief: Brief; answers: Answers; onClose: () => void }) {
  const t = useTexts<typeof texts>('giving-on');
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const people = useReceivers(brief);
  const { choices, renderOption } = usePersonChoices({ people });
  const receiver = people.find(({ id }) => id === chosen);
  const name = receiver?.name;
  const reassign = () => {
    if (chosen === null || name === undefined) return;
    const onSuccess = () => {
      // The way back stands on the hand-off itself, and longer than a message would.
      sayOfHandoff(brief.id, (id) => showSaved(t('reassigned', { name }), { id }));
      onClose();
    };
    answers.reassign.mutate({ handoff: brief.id, owner: chosen, note }, { onSuccess });
  };
  return (
    <FormModal opened onClose={onClose} title={t('reassignTitle', { name: unbroken(brief.lead.name) })}>
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
      {receiver !== undefined && (
        <Box mt="xs">
          <AbsenceWarning person={receiver.person} concerns={receiver.awayWhenDue} />
        </Box>
      )}
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
 * Reps before those who lead them, whoever is there before whoever is away now or when it is due, and the least busy first; whoever has given
 * it back comes last.
 */
function useReceivers({ owner, entries, state, dueAt }: Pick<Brief, 'owner' | 'entries' | 'state' | 'dueAt'>) {
  const t = useTexts<typeof texts>('giving-on');
  const formats = useFormats();
  const { zone } = useSession().organisation;
  const loadOf = useLoadOf();
  const people = useSalespeople().filter(({ id }) => id !== owner?.id);
  const refused = whoGaveBack(entries);
  const due = localDay({ at: parseInstant(dueAt), zone });
  const awayOn = ({ absentDays: days }: ListedPerson) => days !== null && days.from <= due && days.until >= due;
  const loadWords = ({ id, away, awayFrom }: ListedPerson) => {
    if (away) return t('loadAway', { ...loadOf(id) });
    return awayFrom === null
      ? t('load', { ...loadOf(id) })
      : t('loadAwayFrom', { ...loadOf(id), from: formats.day(awayFrom) });
  };
  return people
    .map((person) => {
      const { id, name, role, away, madeUp } = person;
      const { open, working } = loadOf(id);
      const awayWhenDue = state === 'open' && awayOn(person);
      const rank = [
        refused.has(id) ? 1 : 0,
        away || awayWhenDue ? 1 : 0,
        role === 'sales-rep' ? 0 : 1,
        open,
        working,
      ] as const;
      const load = loadWords(person);
      const more = refused.has(id) ? t('loadRefused', { load }) : load;
      return { id, name, role, madeUp, more, person, awayWhenDue, rank };
    })
    .toSorted((one, other) => {
      const place = one.rank.findIndex((value, index) => value !== other.rank[index]);
      return place < 0 ? 0 : (one.rank[place] ?? 0) - (other.rank[place] ?? 0);
    });
}
