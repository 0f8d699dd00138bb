import type { Condition } from '@sodate/journey/condition/condition';
import { asId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';
import type { DurationUnit, Weekday } from '@sodate/journey/time/wait-spec';
import { z } from 'zod';

/** Schemas of the values that several node types hold in their configs, each with a hint kind of its own. */

const exactUnits = ['minutes', 'hours', 'days', 'weeks', 'months'] as const satisfies readonly DurationUnit[];

export const windowUnits: readonly DurationUnit[] = exactUnits;
export const businessUnits = ['business-hours', 'business-days'] as const satisfies readonly DurationUnit[];
export const durationUnits: readonly DurationUnit[] = [...exactUnits, ...businessUnits];

/** Fine for any wait that makes sense, and keeps dates within what calendars know. */
const longest = 10_000;

export const durationValue = z.object({
  amount: z.number().int().min(1).max(longest),
  unit: z.enum([...exactUnits, ...businessUnits]),
});

export const windowValue = z.object({ amount: z.number().int().min(1).max(longest), unit: z.enum(exactUnits) });

export const clockTimeValue = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const weekdayValue = z.number().int().min(1).max(7).transform(asWeekday);

export const momentValue = z.object({
  time: clockTimeValue,
  weekdays: z.array(weekdayValue).max(7),
  skipClosed: z.boolean(),
});

export const zoneValue = z.enum(['journey', 'lead']);

export const urlPatternValue = z.object({
  match: z.enum(['exact', 'prefix', 'pattern']),
  value: z.string().trim().min(1).max(500),
});

export const receiverValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), user: z.string().min(1).max(100) }),
  z.object({ kind: z.literal('team'), team: z.string().min(1).max(100) }),
]);

/** People by id. One alone may stand by itself, as it did before several could be chosen. */
export const peopleValue = z.union([
  z.array(z.string().min(1).max(100)).max(20),
  z
    .string()
    .min(1)
    .max(100)
    .transform((one) => [one]),
]);

export const attributeValue = z.object({ of: z.enum(['lead', 'company']), name: z.string().min(1).max(100) });

export const scalarValue = z.union([z.string().max(1_000), z.number(), z.boolean(), z.null()]);

/** Only told apart from other data here: its parts are checked, and worded, by `checkCondition`. */
export const conditionValue = z.custom<Condition>(
  (value) => typeof value === 'object' && value !== null && typeof (value as JsonObject).kind === 'string',
);

export const calendarValue = z
  .string()
  .min(1)
  .max(100)
  .transform(asId<'calendar'>);

export const mailValue = z
  .string()
  .min(1)
  .max(100)
  .transform(asId<'mail'>);

export const nodeValue = z
  .string()
  .min(1)
  .max(100)
  .transform(asId<'node'>);

/** The schema above has checked the bounds. */
function asWeekday(value: number): Weekday {
  return value as Weekday;
}
