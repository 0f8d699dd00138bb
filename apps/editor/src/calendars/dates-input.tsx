import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormats } from '../language/use-formats.ts';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './calendars.module.css';
import type { texts } from './texts.ja.ts';
import { datesOf, type TypedDates, untyped } from './typed-dates.ts';

/** A set of dates: those there are, and fields to add one, or all from one to another. */
export function DatesInput({
  label,
  help,
  dates,
  typed,
  onType,
  onAdd,
  onRemove,
  children,
}: {
  label: string;
  help: string;
  dates: readonly string[];
  /** What stands in the fields and has not been added: whoever saves takes it along. */
  typed: TypedDates;
  onType: (typed: TypedDates) => void;
  /** Only dates that are not there yet. */
  onAdd: (dates: readonly string[]) => void;
  onRemove: (date: string) => void;
  children?: ReactNode;
}) {
  const t = useTexts<typeof texts>('calendars');
  const formats = useFormats();
  const { from, until } = typed;
  const range = datesOf(typed);
  const wrong = typeof range === 'string' ? range : undefined;
  const added = (typeof range === 'string' ? [] : range).filter((one) => !dates.includes(one));
  const add = () => {
    onAdd(added);
    onType(untyped);
  };
  return (
    <div>
      <div className={classes.add}>
        <TextInput
          type="date"
          label={label}
          value={from}
          error={wrong !== undefined}
          onChange={({ currentTarget }) => onType({ from: currentTarget.value, until })}
        />
        <TextInput
          type="date"
          label={t('untilDate')}
          aria-label={t('untilDateOf', { label })}
          min={from}
          value={until}
          onChange={({ currentTarget }) => onType({ from, until: currentTarget.value })}
        />
        <Button variant="default" disabled={added.length === 0} onClick={add}>
          {added.length > 1 ? t('addDates', { count: added.length }) : t('addDate')}
        </Button>
      </div>
      {wrong !== undefined && (
        <p role="alert" className={classes.wrong}>
          {t(`wrong.${wrong}`)}
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
