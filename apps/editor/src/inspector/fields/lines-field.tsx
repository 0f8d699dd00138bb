import { ActionIcon, Button, Input, TextInput } from '@mantine/core';
import { useTexts } from '../../language/use-texts.ts';
import { Icon } from '../../parts/icon.tsx';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import { asList, asText, type FieldProps } from './field-props.ts';

/** Several short texts: questions for the rep. */
export function LinesField({ field, hint, value, set, label, help, example, error, disabled }: FieldProps<'lines'>) {
  const t = useTexts<typeof texts>('inspector');
  const lines = asList(value).map(asText);
  const replace = (index: number, line: string) => set(lines.map((old, at) => (at === index ? line : old)));
  return (
    <Input.Wrapper withAsterisk={field.required} label={label} description={help} error={error}>
      <div className={classes.lines}>
        {lines.map((line, index) => (
          // Lines have no ids of their own: their place is what they are.
          <div key={index} className={classes.row}>
            <TextInput
              className={classes.grow ?? ''}
              aria-label={t('line', { label, number: index + 1 })}
              placeholder={example}
              maxLength={300}
              disabled={disabled}
              value={line}
              onChange={(event) => replace(index, event.currentTarget.value)}
            />
            <ActionIcon
              variant="subtle"
              color="idle"
              disabled={disabled}
              aria-label={t('removeLine', { number: index + 1 })}
              onClick={() => set(lines.filter((_, at) => at !== index))}
            >
              <Icon name="close" size={14} />
            </ActionIcon>
          </div>
        ))}
        {lines.length < hint.max && (
          <Button
            variant="subtle"
            size="xs"
            disabled={disabled}
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => set([...lines, ''])}
          >
            {t('addLine')}
          </Button>
        )}
      </div>
    </Input.Wrapper>
  );
}
