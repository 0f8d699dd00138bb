import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { texts as handoffTexts } from '../handoffs/texts.ja.ts';
import { useSalespeople } from '../handoffs/use-salespeople.ts';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import type { texts } from './texts.ja.ts';
import { usePersonChoices } from './use-person-choices.tsx';

/** Who takes over, with how much each has in hand. */
export function PersonChoice({
  except,
  value,
  onChange,
}: {
  except: string;
  value: string | null;
  onChange: (chosen: string | null) => void;
}) {
  const t = useTexts<typeof texts>('people');
  const load = useTexts<typeof handoffTexts>('handoffs');
  const { data: loads } = useQuery(trpc.handoffs.loads.queryOptions());
  const people = useSalespeople()
    .filter(({ id }) => id !== except)
    .map((person) => {
      const { open, working } = loads?.find(({ owner }) => owner === person.id) ?? { open: 0, working: 0 };
      return { ...person, more: load('load', { open, working }) };
    });
  const { choices, renderOption } = usePersonChoices({ people });
  return (
    <Select
      label={t('person')}
      data={choices}
      renderOption={renderOption}
      value={value}
      onChange={onChange}
      searchable
      required
    />
  );
}
