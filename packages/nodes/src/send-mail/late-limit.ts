import type { Milliseconds } from '@sodate/journey/time/instant';
import { z } from 'zod';

const spans = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

export const lateLimitUnits = ['minutes', 'hours', 'days'] as const satisfies readonly (keyof typeof spans)[];

export const lateLimitValue = z.object({
  amount: z.number().int().min(1).max(10_000),
  unit: z.enum(lateLimitUnits),
});

/** A limit counts real time from when the mail was first due: a day is 24 hours. */
export function spanMs({ amount, unit }: z.infer<typeof lateLimitValue>): Milliseconds {
  return amount * spans[unit];
}
