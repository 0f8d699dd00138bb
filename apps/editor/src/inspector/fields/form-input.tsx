import { Autocomplete, type AutocompleteProps, isOptionsGroup } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { useText } from '../../language/use-text.ts';
import { useTexts } from '../../language/use-texts.ts';
import type { texts } from '../texts.ja.ts';
import { labelForms } from './label-forms.ts';

/** A form by its title; what is typed and is the title of none is a name agreed with whoever runs the site. */
export function FormInput({
  form,
  setForm,
  ...look
}: Omit<AutocompleteProps, 'data' | 'value' | 'onChange' | 'form'> & {
  form: string;
  setForm: (form: string) => void;
}) {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const { forms } = useSurroundings();
  // A name being typed may for a moment be that of another form: its title waits until the hand is off.
  const [typed, setTyped] = useState<string>();
  const labels = useMemo(() => {
    const titled = forms.map(({ id, title }) => ({ id, title: text(title) }));
    return labelForms({ forms: titled, withName: ({ id, title }) => t('formNamed', { title, name: id }) });
  }, [forms, text, t]);
  const ids = useMemo(() => new Map([...labels].map(([id, label]) => [label, id])), [labels]);
  return (
    <Autocomplete
      {...look}
      data={[...ids.keys()]}
      filter={({ options, search, limit }) => {
        // Whoever made the form knows it by the name it is marked with.
        const asked = search.trim().toLowerCase();
        const fits = (words: string) => words.toLowerCase().includes(asked);
        return options
          .filter((one) => !isOptionsGroup(one) && (fits(one.value) || fits(ids.get(one.value) ?? '')))
          .slice(0, limit);
      }}
      renderOption={({ option: { value: label } }) => (
        <span>
          {label} {!label.includes(ids.get(label) ?? '') && <small className="muted">{ids.get(label)}</small>}
        </span>
      )}
      value={typed ?? labels.get(form) ?? form}
      onChange={(value) => {
        setTyped(value);
        setForm([...labels].find(([, label]) => label === value)?.[0] ?? value);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
