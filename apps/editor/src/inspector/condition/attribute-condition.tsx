import { Select, TagsInput } from '@mantine/core';
import type { Json, JsonObject } from '@sodate/journey/json';
import { useSurroundings } from '../../journeys/surroundings-context.ts';
import { useTexts } from '../../language/use-texts.ts';
import { AttributeValueInput } from '../fields/attribute-value-field.tsx';
import { asList, asObject, asText } from '../fields/field-props.ts';
import { AttributeSelect } from '../fields/picker-fields.tsx';
import type { texts } from '../texts.ja.ts';
import type { LineProps } from './condition-line.tsx';

const textComparisons = ['equal', 'not-equal', 'contains', 'starts-with', 'one-of', 'empty', 'not-empty'] as const;
const numberComparisons = ['at-least', 'at-most', 'more', 'less', 'equal', 'not-equal', 'empty', 'not-empty'] as const;
const otherComparisons = ['equal', 'not-equal', 'empty', 'not-empty'] as const;

/** An attribute of the lead or the company, compared with a value of its kind. */
export function AttributeCondition({ condition, set, disabled }: LineProps) {
  const t = useTexts<typeof texts>('inspector');
  const { attributes } = useSurroundings();
  const of = condition.of === 'company' ? 'company' : 'lead';
  const name = asText(condition.attribute);
  const compare = asObject(condition.compare);
  const kind = attributes.find((one) => one.of === of && one.name === name)?.kind;
  const comparisons = comparisonsOf(kind);
  const put = (next: JsonObject) => set({ ...condition, compare: next });
  return (
    <>
      <AttributeSelect
        label={t('condition-attribute')}
        disabled={disabled}
        value={name === '' ? null : `${of}.${name}`}
        set={(next) => set({ ...condition, of: next.of, attribute: next.name, compare: { is: 'not-empty' } })}
      />
      <Select
        aria-label={t('comparison')}
        disabled={disabled || name === ''}
        allowDeselect={false}
        data={comparisons.map((one) => ({ value: one, label: t(`is-${one}`) }))}
        value={asText(compare.is)}
        onChange={(is) => is !== null && put(comparing({ is, value: compare.value }))}
      />
      {compare.is === 'one-of' && (
        <TagsInput
          aria-label={t('values')}
          placeholder={t('valuesHelp')}
          disabled={disabled}
          value={asList(compare.values).map(String)}
          onChange={(values) => put({ is: 'one-of', values })}
        />
      )}
      {takesValue(compare.is) && (
        <AttributeValueInput
          of={of}
          name={name}
          label={t('value')}
          disabled={disabled}
          value={compare.value}
          set={(value) => put({ ...compare, value: value ?? '' })}
        />
      )}
    </>
  );
}

function comparisonsOf(kind: 'text' | 'number' | 'boolean' | 'date' | undefined) {
  if (kind === 'number') return numberComparisons;
  return kind === 'text' || kind === undefined ? textComparisons : otherComparisons;
}

function takesValue(is: Json | undefined): boolean {
  return is !== 'empty' && is !== 'not-empty' && is !== 'one-of' && is !== undefined;
}

function comparing({ is, value }: { is: string; value: Json | undefined }): JsonObject {
  if (is === 'one-of') return { is, values: [] };
  return takesValue(is) ? { is, value: value ?? '' } : { is };
}
