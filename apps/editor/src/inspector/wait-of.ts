import type { DescribedNode } from '@sodate/journey/graph/described-node';
import type { JsonObject } from '@sodate/journey/json';
import type { DurationUnit } from '@sodate/journey/time/wait-spec';
import { asList, asObject } from './fields/field-props.ts';

/** What a wait is measured by, as far as its settings are filled in. */
export interface WaitSettings {
  readonly duration?: { readonly amount: number; readonly unit: DurationUnit };
  readonly moment?: { readonly time: string; readonly weekdays: number[]; readonly skipClosed: boolean };
  readonly calendar?: string;
  /** Whose clock counts where it is the lead's own. */
  readonly byLead: boolean;
}

/** The wait that settings describe, whatever their type: one that asks for a length and for a moment after it. */
export function waitOf({
  described,
  config,
}: {
  described: DescribedNode;
  config: JsonObject;
}): WaitSettings | undefined {
  const { duration, moment, calendar, zone } = Object.fromEntries(
    described.fields.map(({ key, hint }) => [hint.kind, { key, hint }]),
  );
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
