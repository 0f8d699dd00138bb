import { rightNow } from '@sodate/database/columns';
import type { Database } from '@sodate/database/connect';
import { type EnrollmentRow, enrollment } from '@sodate/database/schema/enrollment';
import { visitor } from '@sodate/database/schema/lead';
import { statement, statementOfIds } from '@sodate/database/statement';
import type { LeadId, VisitorId } from '@sodate/journey/id';
import { type Instant, parseInstant } from '@sodate/journey/time/instant';
import { and, asc, isNull, ne, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { type LockedLead, lockLeads } from './lock-leads.ts';

/** Leads under their locks, with what an event of theirs needs to be stored. */
export interface HeldLeads {
  /** By each id that was asked for: a merged lead by the one that stayed. Erased and unknown ones are left out. */
  readonly leads: ReadonlyMap<LeadId, LockedLead>;
  /** The visitor rows that stand for the leads themselves. */
  readonly visitors: ReadonlyMap<LeadId, VisitorId>;
  /** Their open passages, locked. */
  readonly passages: readonly EnrollmentRow[];
  /** As many as were asked for, in rising order: taken under the locks, so that one lead's ids follow stored order. */
  readonly eventIds: readonly number[];
  /** PostgreSQL's clock, after the locks. */
  readonly now: Instant;
}

/** Locks leads and then their open passages, and reads what storing `count` events of theirs takes. */
export async function holdLeads({
  context,
  asked,
  count,
}: {
  context: Context;
  asked: readonly LeadId[];
  count: number;
}): Promise<HeldLeads> {
  const { database } = context;
  const ids = [...new Set(asked)];
  // Sent together and done in this order: what is read is read under the leads' locks.
  const [locked, standing, passages, taken] = await Promise.all([
    lockLeads({ context, leads: ids }),
    readStanding({ database, ids }),
    lockPassages({ database, ids }),
    takeEventIds({ database, count }),
  ]);
  const leads = new Map(locked.flatMap((one) => one.asked.map((id) => [id, one] as const)));
  const stayed = locked.map(({ id }) => id);
  // Merged meanwhile: all of it again, under the locks of those that stayed.
  if (stayed.some((id) => !leads.has(id) || !ids.includes(id)))
    return { ...(await holdLeads({ context, asked: stayed, count })), leads };
  return {
    leads,
    visitors: new Map(standing.flatMap(({ id, leadId }) => (leadId === null ? [] : [[leadId, id] as const]))),
    passages,
    eventIds: taken.map(({ id }) => Number(id)),
    now: parseInstant(String(taken[0]?.now)),
  };
}

const readStanding = statementOfIds<LeadId>()((database, isAmong) =>
  database
    .select({ id: visitor.id, leadId: visitor.leadId })
    .from(visitor)
    .where(and(isAmong(visitor.leadId), isNull(visitor.anonymousId))),
);

const lockPassages = statementOfIds<LeadId>()((database, isAmong) =>
  database
    .select()
    .from(enrollment)
    .where(and(isAmong(enrollment.leadId), ne(enrollment.state, 'ended')))
    .orderBy(asc(enrollment.id))
    .for('update'),
);

const nextEventId = { id: sql<string>`nextval('event_id')`, now: sql<string>`${rightNow}` };

const takeEventId = statement<object>()((database) =>
  database.select(nextEventId).from(sql`(values (1)) as one (one)`),
);

const takeSomeEventIds = statement<{ count: number }>()((database, place) =>
  database.select(nextEventId).from(sql`generate_series(1, ${place('count')}::int)`),
);

function takeEventIds({ database, count }: { database: Database; count: number }) {
  return count === 1 ? takeEventId({ database, values: {} }) : takeSomeEventIds({ database, values: { count } });
}
