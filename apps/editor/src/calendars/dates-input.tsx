import { ActionIcon, Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './calendars.module.css';
import type { texts } from './texts.ja.ts';

/** A set of dates: those there are, and a field to add one. */
export function DatesInput({
  label,
  help,
  dates,
  onAdd,
  onRemove,
  children,
}: {
  label: string;
  help: string;
  dates: readonly string[];
  onAdd: (date: string) => void;
  onRemove: (date: string) => void;
  children?: ReactNode;
}) {
  const t = useTexts<typeof texts>('calendars');
  const formats = useFormats();
  const [date, setDate] = useState('');
  return (
    <div>
      <div className={classes.add}>
        <TextInput
          type="date"
          label={label}
          value={date}
          onChange={({ currentTarget }) => setDate(currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={date === '' || dates.includes(date)}
          onClick={() => {
            onAdd(date);
            setDate('');
          }}
        >
          {t('addDate')}
        </Button>
      </div>
      <p className="muted">{help}</p>
      {children ?? (
        <ul className={classes.dates}>
          {dates.map((one) => (
            <li key={one} className={classes.date}>
              {formats.day(one)}
              <ActionIcon
                size="sm"
                variant="subtle"
                color="idle"
                aria-label={t('removeDate', { date: formats.day(one) })}
                onClick={() => onRemove(one)}
              >
                <Icon name="close" size={12} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
