import { type SQL, sql } from 'drizzle-orm';
import type { Span } from '../organisation/read-months.ts';
import { givenAfterSql } from './given-after-sql.ts';

/** What comes of hand-offs: a meeting that was recorded, an order, or neither any more. */
export const monthOutcomes = ['met', 'won', 'lost'] as const;

export type MonthOutcome = (typeof monthOutcomes)[number];

/** Over `handoff` as h: came to it within the span. Test leads are left out. */
export function outcomeSql({ outcome, span }: { outcome: MonthOutcome; span: Span }): SQL {
  const at = cameAtSql(outcome);
  const state = outcome === 'met' ? sql`` : sql` and h.state = ${outcome}`;
  return sql`(not h.test and ${at} >= ${span.from}::timestamptz and ${at} <= ${span.to}::timestamptz${state})`;
}

/** A join over `handoff` as h: whoever gave it away since it came to that; `holderSql` then says who had it. */
export function givenSinceOutcomeSql(outcome: MonthOutcome): SQL {
  return givenAfterSql({ at: cameAtSql(outcome) });
}

function cameAtSql(outcome: MonthOutcome): SQL {
  return sql.raw(outcome === 'met' ? 'h.met_at' : 'h.closed_at');
}
