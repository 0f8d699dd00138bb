import { Input, NumberInput, SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { stages, stageTitles } from '@sodate/journey/stage';
import { useGraph } from '../../journeys/journey-context.ts';
import { useLanguage } from '../../language/use-language.ts';
import { useText } from '../../language/use-text.ts';
import { useTexts } from '../../language/use-texts.ts';
import { wordZone } from '../../language/word-zone.ts';
import { useSession } from '../../server/use-session.ts';
import type { texts } from '../texts.ja.ts';
import { asText, type FieldProps, markRequired } from './field-props.ts';

export function TextField({ field, hint, value, set, label, help, example, error, disabled }: FieldProps<'text'>) {
  const shared = {
    ...markRequired(field),
    label,
    description: help,
    placeholder: example,
    error,
    disabled,
    value: asText(value),
    maxLength: hint.maxLength ?? 2_000,
    onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value || undefined),
  };
  if (hint.lines === undefined || hint.lines < 2) return <TextInput {...shared} />;
  return <Textarea {...shared} autosize minRows={hint.lines} maxRows={12} />;
}

export function NumberField({ field, hint, value, set, label, help, example, error, disabled }: FieldProps<'number'>) {
  const text = useText();
  return (
    <NumberInput
      {...markRequired(field)}
      label={label}
      description={help}
      placeholder={example ?? ''}
      error={error}
      disabled={disabled}
      value={typeof value === 'number' ? value : ''}
      onChange={(typed) => set(typeof typed === 'number' ? typed : undefined)}
      clampBehavior="none"
      {...(hint.min === undefined ? {} : { min: hint.min })}
      {...(hint.max === undefined ? {} : { max: hint.max })}
      {...(hint.unit === undefined ? {} : { suffix: ` ${text(hint.unit)}` })}
    />
  );
}

export function ToggleField({ value, set, label, help, error, disabled }: FieldProps<'toggle'>) {
  return (
    <Switch
      label={label}
      description={help}
      error={error}
      disabled={disabled}
      checked={value === true}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}

const fewOptions = 3;
const shortLabels = 22;

export function SelectField({ field, hint, value, set, label, help, error, disabled }: FieldProps<'select'>) {
  const text = useText();
  const t = useTexts<typeof texts>('inspector');
  const data = hint.options.map((option) => ({ value: option.value, label: text(option.label) }));
  const letters = data.reduce((sum, option) => sum + option.label.length, 0);
  if (field.required && data.length <= fewOptions && letters <= shortLabels) {
    return (
      <Input.Wrapper withAsterisk label={label} description={help} error={error}>
        <SegmentedControl
          fullWidth
          size="xs"
          data={data}
          value={asText(value)}
          onChange={set}
          disabled={disabled}
          aria-label={label}
        />
      </Input.Wrapper>
    );
  }
  return (
    <Select
      {...markRequired(field)}
      label={label}
      description={help}
      error={error}
      disabled={disabled}
      data={data}
      value={asText(value) || null}
      placeholder={t('choose')}
      clearable={!field.required}
      allowDeselect={!field.required}
      onChange={(chosen) => set(chosen ?? undefined)}
    />
  );
}

export function StageField({ field, value, set, label, help, error, disabled }: FieldProps<'stage'>) {
  const text = useText();
  const t = useTexts<typeof texts>('inspector');
  return (
    <Select
      {...markRequired(field)}
      label={label}
      description={help}
      error={error}
      disabled={disabled}
      data={stages.map((stage) => ({ value: stage, label: text(stageTitles[stage]) }))}
      value={asText(value) || null}
      placeholder={t('choose')}
      allowDeselect={false}
      onChange={(chosen) => set(chosen ?? undefined)}
    />
  );
}

export function ZoneField({ value, set, label, help, error, disabled }: FieldProps<'zone'>) {
  const t = useTexts<typeof texts>('inspector');
  const language = useLanguage();
  const own = useSession().organisation.zone;
  const zone = useGraph().settings.zone ?? own;
  return (
    <Input.Wrapper label={label} description={help} error={error}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={label}
        disabled={disabled}
        data={[
          { value: 'journey', label: t('zoneJourney', { zone: wordZone({ zone, language }) }) },
          { value: 'lead', label: t('zoneLead') },
        ]}
        value={value === 'lead' ? 'lead' : 'journey'}
        onChange={set}
      />
    </Input.Wrapper>
  );
}
