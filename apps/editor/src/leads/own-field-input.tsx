import { NumberInput, Select, TextInput } from '@mantine/core';
import type { Json } from '@sodate/journey/json';
import type { ReactNode } from 'react';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import type { LeadDetail } from './lead-types.ts';
import type { texts } from './texts.ja.ts';

type OwnField = LeadDetail['own'][number];

/** The input that fits an own field's kind. An empty one clears the field. */
export function OwnFieldInput({
  field,
  value,
  onChange,
  error,
}: {
  field: OwnField;
  value: Json;
  onChange: (value: string | number | boolean | null) => void;
  error: ReactNode;
}) {
  const t = useTexts<typeof texts>('leads');
  const label = useText()(field.title);
  if (field.kind === 'boolean') {
    const choices = [
      { value: 'true', label: t('yes') },
      { value: 'false', label: t('no') },
    ];
    const chosen = typeof value === 'boolean' ? String(value) : null;
    return (
      <Select
        label={label}
        clearable
        data={choices}
        value={chosen}
        onChange={(next) => onChange(next === null ? null : next === 'true')}
        error={error}
      />
    );
  }
  if (field.kind === 'number') {
    return (
      <NumberInput
        label={label}
        value={typeof value === 'number' ? value : ''}
        onChange={(next) => onChange(next === '' ? null : Number(next))}
        error={error}
      />
    );
  }
  if (field.options !== null) {
    // A value from before the options changed stays choosable, so that it is seen.
    const stored = typeof field.value === 'string' && !field.options.includes(field.value) ? [field.value] : [];
    return (
      <Select
        label={label}
        clearable
        data={[...field.options, ...stored]}
        value={typeof value === 'string' ? value : null}
        onChange={onChange}
        error={error}
      />
    );
  }
  return (
    <TextInput
      label={label}
      type={field.kind === 'date' ? 'date' : 'text'}
      value={value === null ? '' : String(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : currentTarget.value)}
      error={error}
    />
  );
}
