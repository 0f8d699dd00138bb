import { lostReasons, rejectReasons } from '@sodate/database/schema/handoff';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { readZone } from '../organisation/read-zone.ts';

export const doneResults = ['won', 'lost', 'rejected', 'withdrawn'] as const;

/** Of those that are done: how, in which month, and why. */
export const doneShape = {
  result: z.enum(doneResults).optional(),
  /** In the organisation's zone: "2026-11". */
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional(),
  /** Of those rejected or lost; 'unsaid': nobody said why. */
  reason: z.enum([...rejectReasons, ...lostReasons, 'unsaid']).optional(),
};

type Done = { readonly [Key in keyof typeof doneShape]?: z.output<(typeof doneShape)[Key]> };

/** Over `handoff` as h: closed in that month. A condition to append. */
export async function monthSql({ context, input: { month } }: { context: Context; input: Done }): Promise<SQL> {
  if (month === undefined) return sql``;
  const zone = await readZone({ context });
  const first = sql`${`${month}-01`}::timestamp`;
  return sql` and h.closed_at >= ${first} at time zone ${zone}
    and h.closed_at < (${first} + interval '1 month') at time zone ${zone}`;
}

/** Over `handoff` as h, along `handoff_reason`. A condition to append. */
export function reasonSql({ reason }: Done): SQL {
  if (reason === undefined) return sql``;
  const why = reason === 'unsaid' ? sql`h.reject_reason is null` : sql`h.reject_reason = ${reason}`;
  return sql` and h.state in ('rejected', 'lost') and ${why}`;
}
