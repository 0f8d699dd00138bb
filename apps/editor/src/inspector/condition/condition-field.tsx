import { Input } from '@mantine/core';
import type { FieldProps } from '../fields/field-props.ts';
import { ConditionEditor } from './condition-editor.tsx';

export function ConditionField({ field, value, set, label, help, error, disabled }: FieldProps<'condition'>) {
  return (
    <Input.Wrapper withAsterisk={field.required} label={label} description={help} error={error}>
      <ConditionEditor value={value} set={set} disabled={disabled} />
    </Input.Wrapper>
  );
}
