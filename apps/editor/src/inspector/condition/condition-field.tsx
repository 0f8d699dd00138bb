import { Input } from '@mantine/core';
import type { FieldProps } from '../fields/field-props.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { MailBefore, useMailBefore } from './mail-before.ts';

export function ConditionField({ field, value, set, config, label, help, error, disabled }: FieldProps<'condition'>) {
  const mailBefore = useMailBefore(config);
  return (
    <Input.Wrapper withAsterisk={field.required} label={label} description={help} error={error}>
      <MailBefore value={mailBefore}>
        <ConditionEditor value={value} set={set} disabled={disabled} />
      </MailBefore>
    </Input.Wrapper>
  );
}
