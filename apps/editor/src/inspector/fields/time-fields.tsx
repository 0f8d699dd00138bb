import { Chip, Input, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import type { Json } from '@sodate/journey/json';
import type { DurationUnit } from '@sodate/journey/time/wait-spec';
import { useTexts } from '../../language/use-texts.ts';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import { asList, asObject, asText, type FieldProps, markRequired } from './field-props.ts';
import week from './weekday-chips.module.css';

type Translate = ReturnType<typeof useTexts<typeof texts>>;

export function unitOptions({ units, t }: { units: readonly DurationUnit[]; t: Translate }) {
  return units.map((unit) => ({ value: unit, label: t(`unit-${unit}`) }));
}

/** A length and its unit: durations, and windows back from now. */
export function DurationField(props: FieldProps<'duration'> | FieldProps<'window'>) {
  const { field, hint, value, set, label, help, error, disabled } = props;
  const t = useTexts<typeof texts>('inspector');
  const { amount, unit } = asObject(value);
  const known = hint.units.find((one) => one === unit) ?? hint.units.find((one) => one === 'days') ?? hint.units[0];
  const change = (next: { amount?: Json | undefined; unit?: string }) => {
    const length = 'amount' in next ? next.amount : amount;
    if (typeof length !== 'number')
      set(field.required && next.unit === undefined ? { unit: known ?? 'days' } : undefined);
    else set({ amount: length, unit: next.unit ?? known ?? 'days' });
  };
  return (
    <Input.Wrapper withAsterisk={field.required} label={label} description={help} error={error}>
      <div className={classes.row}>
        <NumberInput
          className={classes.amount ?? ''}
          aria-label={t('length', { label })}
          value={typeof amount === 'number' ? amount : ''}
          onChange={(typed) => change({ amount: typeof typed === 'number' ? typed : undefined })}
          min={1}
          allowDecimal={false}
          allowNegative={false}
          disabled={disabled}
          aria-required={field.required}
          placeholder={field.required ? '' : t('none')}
        />
        <Select
          className={classes.grow ?? ''}
          aria-label={t('unit', { label })}
          data={unitOptions({ units: hint.units, t })}
          value={known ?? null}
          allowDeselect={false}
          onChange={(chosen) => chosen !== null && change({ unit: chosen })}
          disabled={disabled}
        />
      </div>
    </Input.Wrapper>
  );
}

export function ClockTimeField({ field, value, set, label, help, error, disabled }: FieldProps<'clock-time'>) {
  return (
    <TextInput
      {...markRequired(field)}
      type="time"
      label={label}
      description={help}
      error={error}
      disabled={disabled}
      value={asText(value)}
      onChange={(event) => set(event.currentTarget.value || undefined)}
    />
  );
}

export function WeekdaysField({ field, value, set, label, help, error, disabled }: FieldProps<'weekdays'>) {
  return (
    <Input.Wrapper withAsterisk={field.required} label={label} description={help} error={error}>
      <WeekdayChips value={value} set={set} disabled={disabled} />
    </Input.Wrapper>
  );
}

function WeekdayChips({
  value,
  set,
  disabled,
}: {
  value: Json | undefined;
  set: (value: Json) => void;
  disabled: boolean;
}) {
  const t = useTexts<typeof texts>('inspector');
  const chosen = asList(value).filter((day) => typeof day === 'number');
  return (
    <Chip.Group
      multiple
      value={chosen.map(String)}
      onChange={(days) => set(days.map(Number).sort((one, other) => one - other))}
    >
      <div className={week.week}>
        {(['1', '2', '3', '4', '5', '6', '7'] as const).map((day) => (
          <Chip
            key={day}
            value={day}
            size="xs"
            icon={null}
            disabled={disabled}
            classNames={{ iconWrapper: week.noIcon ?? '', label: week.day ?? '' }}
          >
            {t(`weekday-${day}`)}
          </Chip>
        ))}
      </div>
    </Chip.Group>
  );
}

const officeMorning = { time: '09:00', weekdays: [1, 2, 3, 4, 5], skipClosed: false };

/** "Then at 9:00 on weekdays": may be left out. */
export function MomentField({ value, set, setBelow, label, help, error, disabled }: FieldProps<'moment'>) {
  const t = useTexts<typeof texts>('inspector');
  const isSet = value !== undefined && value !== null;
  const { time, weekdays, skipClosed } = asObject(value);
  return (
    <div className={classes.field}>
      <Switch
        label={label}
        description={help}
        error={error}
        disabled={disabled}
        checked={isSet}
        onChange={(event) => set(event.currentTarget.checked ? officeMorning : undefined)}
      />
      {isSet && (
        <div className={classes.inner}>
          <TextInput
            type="time"
            label={t('clockTime')}
            value={asText(time)}
            disabled={disabled}
            onChange={(event) => setBelow(['time'], event.currentTarget.value)}
          />
          <Input.Wrapper label={t('weekdays')} description={t('weekdaysHelp')}>
            <WeekdayChips value={weekdays} set={(days) => setBelow(['weekdays'], days)} disabled={disabled} />
          </Input.Wrapper>
          <Switch
            label={t('skipClosed')}
            disabled={disabled}
            checked={skipClosed === true}
            onChange={(event) => setBelow(['skipClosed'], event.currentTarget.checked)}
          />
        </div>
      )}
    </div>
  );
}
