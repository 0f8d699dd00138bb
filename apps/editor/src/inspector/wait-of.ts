import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { JsonObject } from '@sodate/journey/json';
import type { DurationUnit } from '@sodate/journey/time/wait-spec';
import { asList, asObject } from './fields/field-props.ts';

const measuring = ['duration', 'moment', 'calendar', 'zone'] as const;

/** What a wait is measured by, as far as its settings are filled in. */
export interface WaitSettings {
  readonly duration?: { readonly amount: number; readonly unit: DurationUnit };
  readonly moment?: { readonly time: string; readonly weekdays: number[]; readonly skipClosed: boolean };
  readonly calendar?: string;
  /** Whose clock counts where it is the lead's own. */
  readonly byLead: boolean;
}

/**
 * The wait that settings describe, whatever their type: one that asks for a length and for a moment after it. None where
 * it asks for two of a kind: which of them is waited by its type alone knows, and a date that is not so is worse than none.
 */
export function waitOf({
  described,
  config,
}: {
  described: DescribedNode;
  config: JsonObject;
}): WaitSettings | undefined {
  const measures = described.fields.filter(({ hint }) => measuring.some((kind) => kind === hint.kind));
  const byKind = new Map(measures.map(({ key, hint }) => [hint.kind, { key, hint }]));
  if (byKind.size < measures.length) return undefined;
  const { duration, moment, calendar, zone } = Object.fromEntries(byKind);
  if (duration?.hint.kind !== 'duration' || moment === undefined) return undefined;
  const { amount, unit: written } = asObject(config[duration.key]);
  const unit = duration.hint.units.find((one) => one === written);
  const { time, weekdays, skipClosed } = asObject(config[moment.key]);
  const named = calendar && config[calendar.key];
  const wait = {
    ...(typeof amount === 'number' && unit !== undefined ? { duration: { amount, unit } } : {}),
    ...(typeof time === 'string' && time !== ''
      ? {
          moment: {
            time,
            weekdays: asList(weekdays).filter((day) => typeof day === 'number'),
            skipClosed: skipClosed === true,
          },
        }
      : {}),
    ...(typeof named === 'string' ? { calendar: named } : {}),
    byLead: zone !== undefined && config[zone.key] === 'lead',
  };
  return wait.duration === undefined && wait.moment === undefined ? undefined : wait;
}
