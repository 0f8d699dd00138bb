import { Input, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { readPath } from '@sodate/journey/graph/read-path';
import type { Json } from '@sodate/journey/json';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { useTexts } from '../../language/use-texts.ts';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import { asObject, asText, type FieldProps, markRequired } from './field-props.ts';

/** A value of the kind that the attribute chosen elsewhere has. */
export function AttributeValueField({
  field,
  hint,
  value,
  set,
  config,
  label,
  help,
  error,
  disabled,
}: FieldProps<'attribute-value'>) {
  const { of, name } = asObject(readPath({ value: config, path: hint.attribute }));
  return (
    <div className={classes.field}>
      <AttributeValueInput
        of={of === 'company' ? 'company' : 'lead'}
        name={asText(name)}
        value={value}
        set={set}
        required={field.required}
        label={label}
        help={help}
        error={error}
        disabled={disabled}
      />
    </div>
  );
}

/** The right input for a value of an attribute, by the attribute's kind. */
export function AttributeValueInput({
  of,
  name,
  value,
  set,
  label,
  help,
  error,
  required = false,
  disabled,
}: {
  of: 'lead' | 'company';
  name: string;
  value: Json | undefined;
  set: (value: Json | undefined) => void;
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  disabled: boolean;
}) {
  const t = useTexts<typeof texts>('inspector');
  const attribute = useSurroundings().attributes.find((one) => one.of === of && one.name === name);
  const shared = { label, description: help, error, disabled, ...markRequired({ required }) };
  if (attribute?.options !== undefined) {
    return (
      <Select
        {...shared}
        data={[...attribute.options]}
        value={asText(value) || null}
        placeholder={t('choose')}
        onChange={(next) => set(next ?? undefined)}
      />
    );
  }
  switch (attribute?.kind) {
    case 'number':
      return (
        <NumberInput
          {...shared}
          value={typeof value === 'number' ? value : ''}
          onChange={(typed) => set(typeof typed === 'number' ? typed : undefined)}
        />
      );
    case 'boolean':
      return (
        <Input.Wrapper label={label} description={help} error={error} withAsterisk={required}>
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={label}
            disabled={disabled}
            data={[
              { value: 'true', label: t('yes') },
              { value: 'false', label: t('no') },
            ]}
            value={typeof value === 'boolean' ? String(value) : ''}
            onChange={(next) => set(next === 'true')}
          />
        </Input.Wrapper>
      );
    default:
      return (
        <TextInput
          {...shared}
          type={attribute?.kind === 'date' ? 'date' : 'text'}
          maxLength={1_000}
          value={asText(value)}
          onChange={(event) => set(event.currentTarget.value || undefined)}
        />
      );
  }
}
