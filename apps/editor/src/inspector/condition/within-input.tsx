import { NumberInput, Select } from '@mantine/core';
import type { JsonObject } from '@sodate/journey/json';
import { useTexts } from '../../language/use-texts.ts';
import { asObject } from '../fields/field-props.ts';
import classes from '../inspector.module.css';
import type { texts } from '../texts.ja.ts';
import own from './condition.module.css';
import type { LineProps } from './condition-line.tsx';

const units = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;

/** In which span: so many days back, since the lead entered (where that makes sense), or ever. */
export function WithinInput({
  condition,
  set,
  disabled,
  sinceEntered = false,
}: LineProps & { sinceEntered?: boolean }) {
  const t = useTexts<typeof texts>('inspector');
  const { within, ...rest } = condition;
  const { amount, unit } = asObject(within);
  const known = units.find((one) => one === unit) ?? 'days';
  const choose = (next: string) => {
    if (next === 'ever') set(rest);
    else if (next === 'since-entered') set({ ...rest, within: 'since-entered' });
    else set({ ...rest, within: { amount: 30, unit: 'days' } });
  };
  return (
    <div className={own.span}>
      <Select
        className={own.wide ?? ''}
        aria-label={t('span')}
        disabled={disabled}
        allowDeselect={false}
        data={[
          { value: 'window', label: t('withinWindow') },
          ...(sinceEntered ? [{ value: 'since-entered', label: t('withinPassage') }] : []),
          { value: 'ever', label: t('withinEver') },
        ]}
        value={spanOf(within)}
        onChange={(next) => next !== null && choose(next)}
      />
      {typeof within === 'object' && (
        <div className={own.length}>
          <NumberInput
            className={classes.amount ?? ''}
            aria-label={t('length', { label: t('span') })}
            disabled={disabled}
            min={1}
            allowDecimal={false}
            value={typeof amount === 'number' ? amount : ''}
            onChange={(typed) => {
              if (typeof typed === 'number') set({ ...rest, within: { amount: typed, unit: known } });
            }}
          />
          <Select
            className={classes.grow ?? ''}
            aria-label={t('unit', { label: t('span') })}
            disabled={disabled}
            allowDeselect={false}
            data={units.map((one) => ({ value: one, label: t(`unit-${one}`) }))}
            value={known}
            onChange={(next) => {
              if (next !== null && typeof amount === 'number') set({ ...rest, within: { amount, unit: next } });
            }}
          />
        </div>
      )}
    </div>
  );
}

function spanOf(within: JsonObject[string] | undefined): 'ever' | 'since-entered' | 'window' {
  if (within === undefined || within === null) return 'ever';
  return within === 'since-entered' ? 'since-entered' : 'window';
}
