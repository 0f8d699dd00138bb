import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { OpenHours } from '@sodate/journey/time/wait-spec';
import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { addSpan } from './calendar-draft.ts';
import classes from './calendars.module.css';
import type { texts } from './texts.ja.ts';

/** The open hours of one day: any number of spans; none is a closed day. `day` names it for screen readers. */
export function HoursInput({
  day,
  hours,
  onChange,
}: {
  day: string;
  hours: OpenHours;
  onChange: (hours: OpenHours) => void;
}) {
  const t = useTexts<typeof texts>('calendars');
  const set = (index: number, span: readonly [string, string]) =>
    onChange(hours.map((one, at) => (at === index ? span : one)));
  return (
    <div className={classes.day}>
      <span>{day}</span>
      <div className={classes.spans}>
        {hours.length === 0 && <span className={classes.closed}>{t('closed')}</span>}
        {hours.map(([from, to], index) => (
          <span className={classes.span} key={index}>
            <TimeInput label={t('opens', { day })} value={from} onChange={(value) => set(index, [value, to])} />
            –
            <TimeInput label={t('closes', { day })} value={to} onChange={(value) => set(index, [from, value])} />
            <ActionIcon
              variant="subtle"
              color="idle"
              aria-label={t('removeSpan', { day, from, to })}
              onClick={() => onChange(hours.filter((_, at) => at !== index))}
            >
              <Icon name="close" />
            </ActionIcon>
          </span>
        ))}
      </div>
      <Button
        size="xs"
        variant="subtle"
        disabled={hours.length >= 6}
        onClick={() => onChange(addSpan(hours))}
        aria-label={t('addSpanTo', { day })}
      >
        {t('addSpan')}
      </Button>
    </div>
  );
}

/** "24:00" ends a day, which a time input cannot show: so plain text, checked by the server. */
function TimeInput({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      w={78}
      aria-label={label}
      inputMode="numeric"
      placeholder="09:00"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onBlur={() => onChange(tidyTime(value))}
    />
  );
}

/** 「9」 and "9:00" become "09:00". */
function tidyTime(text: string): string {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?::?(\d{2}))?$/.exec(text.normalize('NFKC').trim()) ?? [];
  return hours === undefined ? text : `${hours.padStart(2, '0')}:${minutes}`;
}
