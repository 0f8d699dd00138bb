import { enrollment } from '@sodate/database/schema/enrollment';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { journeyId } from '../journey/journey-input.ts';
import { nodeId } from './move-passage.ts';

/** Which stuck leads: of a journey, at a node, by what went wrong (the key of a group). Absent parts mean all. */
export const stuckFilter = z.object({
  journey: journeyId.optional(),
  node: nodeId.optional(),
  error: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
});

/** SQL: what went wrong, as a short key that a filter can name. What a receiver wrote may name each request: it is one fault. */
export const stuckKey = sql<string>`md5(regexp_replace(coalesce(${enrollment.stuckWhy} ->> 'en', ''), '(the receiver answered [0-9]+): .*', '\\1'))`;

/** SQL: the stuck rows that the filter means. */
export function stuckWhere(filter: {
  readonly journey?: string | undefined;
  readonly node?: string | undefined;
  readonly error?: string | undefined;
}): SQL | undefined {
  return and(
    eq(enrollment.state, 'stuck'),
    filter.journey === undefined ? undefined : sql`${enrollment.journeyId} = ${filter.journey}`,
    filter.node === undefined ? undefined : sql`${enrollment.node} = ${filter.node}`,
    filter.error === undefined ? undefined : sql`${stuckKey} = ${filter.error}`,
  );
}
