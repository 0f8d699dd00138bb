import { Select } from '@mantine/core';
import type { texts as givingTexts } from '../giving-on/texts.ja.ts';
import { useLoadOf } from '../giving-on/use-load-of.ts';
import { useSalespeople } from '../handoffs/use-salespeople.ts';
import { useTexts } from '../language/use-texts.ts';
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
  const load = useTexts<typeof givingTexts>('giving-on');
  const loadOf = useLoadOf();
  const people = useSalespeople()
    .filter(({ id }) => id !== except)
    .map((person) => ({ ...person, more: load('load', { ...loadOf(person.id) }) }));
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
