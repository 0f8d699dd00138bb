import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { type LeadFilter, leadFilterSql } from './lead-filter.ts';

/** Counting stops here: beyond it a person wants a filter, not a figure. */
export const mostCounted = 10_000;

/** How many leads the filter lets through; `more` where there are more than `mostCounted`. */
export async function countLeads({
  context,
  input,
}: {
  context: Context;
  input: { filter: LeadFilter };
}): Promise<{ count: number; more: boolean }> {
  const filter = await leadFilterSql({ context, filter: input.filter });
  const [row] = await context.database.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from lead l left join lead_score s on s.lead_id = l.id where ${filter} limit ${mostCounted + 1}
    ) found`);
  const count = row?.count ?? 0;
  return { count: Math.min(count, mostCounted), more: count > mostCounted };
}
