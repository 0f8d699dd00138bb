import { type SQL, sql } from 'drizzle-orm';
import type { Span } from '../organisation/read-months.ts';

/** What hand-offs are worth: somebody spoke with the lead, or won the order. */
export const monthOutcomes = ['met', 'won'] as const;

export type MonthOutcome = (typeof monthOutcomes)[number];

/** Over `handoff` as h: came to it within the span. Test leads are left out. */
export function outcomeSql({ outcome, span }: { outcome: MonthOutcome; span: Span }): SQL {
  const at = sql.raw(outcome === 'met' ? 'h.met_at' : 'h.closed_at');
  const won = outcome === 'met' ? sql`` : sql` and h.state = 'won'`;
  return sql`(not h.test and ${at} >= ${span.from}::timestamptz and ${at} <= ${span.to}::timestamptz${won})`;
}
