import { Input } from '@mantine/core';
import { type RefObject, useId, useRef } from 'react';
import classes from './mail-editor.module.css';
import { VariableMenu } from './variable-menu.tsx';
import type { WordsCursor } from './words-field.tsx';
import { WordsInput } from './words-input.tsx';

/** A line of words into which variables can be put where the cursor stands. */
export function VariableInput({
  label,
  help,
  menuLabel,
  value,
  readOnly,
  invalid = false,
  onChange,
  onBlur,
  cursor,
}: {
  label: string;
  help?: string;
  menuLabel: string;
  value: string;
  readOnly: boolean;
  invalid?: boolean;
  onChange: (value: string) => void;
  onBlur?: () => void;
  cursor?: RefObject<WordsCursor | null>;
}) {
  const labelId = useId();
  const own = useRef<WordsCursor>(null);
  const field = cursor ?? own;
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id: labelId, onClick: () => field.current?.focus() }}
      {...(help === undefined ? {} : { description: help })}
    >
      <div className={classes.line}>
        <WordsInput
          name={{ labelledBy: labelId }}
          value={value}
          lines="one"
          maxLength={500}
          readOnly={readOnly}
          invalid={invalid}
          onChange={onChange}
          {...(onBlur === undefined ? {} : { onBlur })}
          cursor={field}
        />
        {!readOnly && <VariableMenu label={menuLabel} onInsert={(liquid) => field.current?.insert(liquid)} compact />}
      </div>
    </Input.Wrapper>
  );
}
