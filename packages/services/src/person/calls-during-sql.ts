import { type SQL, sql } from 'drizzle-orm';
import { contactPlannedSql } from '../handoff/contact-due-sql.ts';
import { dueDaysSql } from '../handoff/due-answers.ts';
import type { AbsentDays } from './absence-columns.ts';

export interface CallsDuring {
  /** Null: whenever. */
  readonly days: AbsentDays | null;
  readonly zone: string;
}

/** Over `handoff` as h: what calls for its owner on these days of the zone: an answer that is due then, a contact planned. */
export function callsDuringSql({ days, zone }: CallsDuring): { answer: SQL; contact: SQL } {
  return {
    answer: sql`(h.state = 'open' and ${dueDaysSql({ ...days, zone })})`,
    contact: contactPlannedSql({ ...days, zone }),
  };
}
