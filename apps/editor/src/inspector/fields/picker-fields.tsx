import { Select, type SelectProps } from '@mantine/core';
import { byPlace } from '@sodate/journey/graph/by-place';
import { useGraph, useJourney } from '../../journeys/journey-context.ts';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { useCalledNode } from '../../journeys/use-called-node.ts';
import { useText } from '../../language/use-text.ts';
import { useTexts } from '../../language/use-texts.ts';
import type { texts } from '../texts.ja.ts';
import { asObject, asText, type FieldProps, markRequired } from './field-props.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A picker of one thing by id. An id that is no longer there stays visible as such. */
export function Picker({
  props: { field, value, set, label, help, error, disabled },
  choices,
  nothing,
  renderOption,
}: {
  props: Omit<FieldProps, 'hint'>;
  choices: readonly Choice[];
  nothing: string;
  renderOption?: SelectProps['renderOption'];
}) {
  const t = useTexts<typeof texts>('inspector');
  const chosen = asText(value);
  const found = choices.find((choice) => choice.value === chosen);
  const isGone = chosen !== '' && found === undefined;
  return (
    <Select
      {...markRequired(field)}
      label={label}
      description={help}
      error={error}
      disabled={disabled}
      data={isGone ? [...choices, { value: chosen, label: t('gone') }] : [...choices]}
      value={chosen || null}
      // A long name is cut: all of it is read by resting on it.
      title={found?.label}
      placeholder={choices.length === 0 ? nothing : t('choose')}
      searchable={choices.length > 8}
      clearable={!field.required}
      allowDeselect={!field.required}
      nothingFoundMessage={t('noneFound')}
      {...(renderOption === undefined ? {} : { renderOption })}
      onChange={(next) => set(next ?? undefined)}
    />
  );
}

export function CalendarField(props: FieldProps<'calendar'>) {
  const t = useTexts<typeof texts>('inspector');
  return <Picker props={props} choices={toChoices(useSurroundings().calendars)} nothing={t('noCalendars')} />;
}

export function JourneyField(props: FieldProps<'journey'>) {
  const t = useTexts<typeof texts>('inspector');
  const { journey } = useJourney();
  const others = useSurroundings().journeys.filter(({ id }) => id !== journey);
  return <Picker props={props} choices={toChoices(others)} nothing={t('noJourneys')} />;
}

export function TeamField(props: FieldProps<'team'>) {
  const t = useTexts<typeof texts>('inspector');
  return <Picker props={props} choices={toChoices(useSurroundings().teams)} nothing={t('noTeams')} />;
}

export function NodeField(props: FieldProps<'node'>) {
  const t = useTexts<typeof texts>('inspector');
  const graph = useGraph();
  const called = useCalledNode();
  const choices = Object.values(graph.nodes)
    .filter(({ type }) => props.hint.types.length === 0 || props.hint.types.includes(type))
    .sort(byPlace)
    .map((node) => ({ value: node.id, label: called(node) }));
  return <Picker props={props} choices={choices} nothing={t('noNodes')} />;
}

function toChoices(things: readonly { readonly id: string; readonly name: string }[]): readonly Choice[] {
  return things.map(({ id, name }) => ({ value: id, label: name }));
}

export function AttributeField({ field, value, set, label, help, error, disabled }: FieldProps<'attribute'>) {
  const { of, name } = asObject(value);
  return (
    <AttributeSelect
      value={of === undefined ? null : `${asText(of)}.${asText(name)}`}
      set={(next) => set(next)}
      required={field.required}
      label={label}
      help={help}
      error={error}
      disabled={disabled}
    />
  );
}

/** Attributes of lead and company in one list; gives { of, name }. */
export function AttributeSelect({
  value,
  set,
  label,
  help,
  error,
  required = false,
  disabled,
}: {
  value: string | null;
  set: (value: { of: 'lead' | 'company'; name: string }) => void;
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  disabled: boolean;
}) {
  const t = useTexts<typeof texts>('inspector');
  const text = useText();
  const { attributes } = useSurroundings();
  const group = (of: 'lead' | 'company') => ({
    group: t(of),
    items: attributes
      .filter((attribute) => attribute.of === of)
      .map(({ name, title }) => ({ value: `${of}.${name}`, label: text(title) })),
  });
  return (
    <Select
      {...markRequired({ required })}
      label={label}
      description={help}
      error={error}
      disabled={disabled}
      placeholder={t('choose')}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('noneFound')}
      data={[group('lead'), group('company')]}
      value={value}
      onChange={(next) => {
        if (next === null) return;
        const dot = next.indexOf('.');
        set({ of: next.startsWith('company.') ? 'company' : 'lead', name: next.slice(dot + 1) });
      }}
    />
  );
}
