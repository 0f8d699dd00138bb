import { TextInput } from '@mantine/core';
import { useRef } from 'react';
import { VariableMenu } from './variable-menu.tsx';

/** A line of text into which variables can be put where the cursor stands. */
export function VariableInput({
  label,
  help,
  menuLabel,
  value,
  readOnly,
  onChange,
}: {
  label: string;
  help?: string;
  menuLabel: string;
  value: string;
  readOnly: boolean;
  onChange: (value: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const insert = (text: string) => {
    const field = input.current;
    const from = field?.selectionStart ?? value.length;
    const to = field?.selectionEnd ?? value.length;
    onChange(value.slice(0, from) + text + value.slice(to));
    field?.focus();
  };
  return (
    <TextInput
      ref={input}
      label={label}
      {...(help === undefined ? {} : { description: help })}
      value={value}
      maxLength={500}
      readOnly={readOnly}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={readOnly ? null : <VariableMenu label={menuLabel} onInsert={insert} compact />}
    />
  );
}
