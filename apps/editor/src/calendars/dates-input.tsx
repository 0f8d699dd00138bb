import { ActionIcon, Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './calendars.module.css';
import { datesBetween } from './dates-between.ts';
import type { texts } from './texts.ja.ts';

/** A set of dates: those there are, and fields to add one, or all from one to another. */
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
  /** Only dates that are not there yet. */
  onAdd: (dates: readonly string[]) => void;
  onRemove: (date: string) => void;
  children?: ReactNode;
}) {
  const t = useTexts<typeof texts>('calendars');
  const formats = useFormats();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const range = from === '' ? [] : datesBetween({ from, until });
  const added = (range ?? []).filter((one) => !dates.includes(one));
  const add = () => {
    onAdd(added);
    setFrom('');
    setUntil('');
  };
  return (
    <div>
      <div className={classes.add}>
        <TextInput
          type="date"
          label={label}
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('untilDate')}
          aria-label={t('untilDateOf', { label })}
          min={from}
          value={until}
          onChange={({ currentTarget }) => setUntil(currentTarget.value)}
        />
        <Button variant="default" disabled={added.length === 0} onClick={add}>
          {added.length > 1 ? t('addDates', { count: added.length }) : t('addDate')}
        </Button>
      </div>
      {range === undefined && (
        <p role="alert" className={classes.wrong}>
          {t('wrongRange')}
        </p>
      )}
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
