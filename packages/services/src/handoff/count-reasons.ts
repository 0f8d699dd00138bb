import type { CloseReason } from '@sodate/database/schema/handoff';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { listHandoffsInput, whichSql } from './which-handoffs.ts';

/** Of the hand-offs that a list holds which is asked for alike. */
export const countReasonsInput = listHandoffsInput
  .omit({ limit: true, after: true, view: true, reason: true })
  .extend({ result: z.enum(['lost', 'rejected']) });

export interface CountedReason {
  /** Null: nobody said why. */
  readonly reason: CloseReason | null;
  readonly count: number;
}

/** Why hand-offs were lost or rejected, the most frequent reason first; what nobody said comes last. Follows `handoff_reason`. */
export async function countReasons({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof countReasonsInput>;
}): Promise<readonly CountedReason[]> {
  const { join, which } = await whichSql({ context, input });
  return context.database.execute<CountedReason & Record<string, unknown>>(sql`
    select h.reject_reason as reason, count(*)::int as count from handoff h ${join}
    where h.state = ${input.result} and h.state in ('rejected', 'lost')${which}
    group by h.reject_reason order by h.reject_reason is null, count(*) desc, h.reject_reason`);
}
