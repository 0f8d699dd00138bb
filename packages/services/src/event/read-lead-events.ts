import { event, thing } from '@sodate/database/schema/event';
import { visitor } from '@sodate/database/schema/lead';
import { statement } from '@sodate/database/statement';
import type { EventName, LeadEvent } from '@sodate/journey/event/event';
import type { LeadId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

const ownColumns = {
  id: event.id,
  name: event.name,
  storedAt: event.storedAt,
  occurredAt: event.occurredAt,
  source: event.source,
  mail: event.mailId,
  handoff: event.handoffId,
  journey: event.journeyId,
  enrollment: event.enrollmentId,
  node: event.node,
  visit: event.visit,
  outcome: event.outcome,
  properties: event.properties,
};
const thingColumns = { thingKind: thing.kind, thingKey: thing.key };

type Columns = typeof ownColumns & typeof thingColumns;
type EventColumns = { readonly [Name in keyof Columns]: Columns[Name]['_']['data'] | null };

/**
 * A lead's events of the given names after `after`, in stored order, at most `limit`. `offsetMs` brings `storedAt`
 * into the enrollment's own time. Events taken back are left out.
 */
export async function readLeadEvents({
  context,
  lead,
  after,
  names,
  offsetMs,
  limit,
}: {
  context: Context;
  lead: LeadId;
  after: number;
  names: readonly EventName[];
  offsetMs: number;
  limit: number;
}): Promise<LeadEvent[]> {
  const rows = await readRows({ database: context.database, values: { lead, after, names, limit } });
  return rows.map((row) => toLeadEvent({ row, offsetMs }));
}

interface Wanted {
  readonly lead: LeadId;
  readonly after: number;
  readonly names: readonly EventName[];
  readonly limit: number;
}

// Limited for each visitor first, so that its events are sought by their index whatever PostgreSQL knows of the month.
const readRows = statement<Wanted>()((database, place) => {
  const found = database
    .select({ ...ownColumns, thing: event.thingId })
    .from(event)
    .where(
      and(
        eq(event.visitorId, visitor.id),
        gt(event.id, place('after', event.id)),
        sql`${event.name} = any(${place('names')}::text[])`,
        isNull(event.retractedAt),
      ),
    )
    .orderBy(asc(event.id))
    .limit(sql.placeholder('limit'))
    .as('found');
  const { thing: thingId, ...own } = found._.selectedFields;
  return database
    .select({ ...own, ...thingColumns })
    .from(visitor)
    .crossJoinLateral(found)
    .leftJoin(thing, eq(thing.id, thingId))
    .where(eq(visitor.leadId, place('lead', visitor.leadId)))
    .orderBy(asc(found.id))
    .limit(sql.placeholder('limit'));
});

function toLeadEvent({ row, offsetMs }: { row: EventColumns; offsetMs: number }): LeadEvent {
  const { id, name, storedAt, occurredAt, properties } = row as typeof row &
    Pick<LeadEvent, 'id' | 'name' | 'storedAt' | 'occurredAt' | 'properties'>;
  const isPlace = row.thingKind === 'page' || row.thingKind === 'link';
  return {
    id,
    name,
    storedAt: asInstant(storedAt + offsetMs),
    occurredAt: asInstant(occurredAt + offsetMs),
    ...(row.thingKey === null ? {} : { [isPlace ? 'url' : 'thing']: row.thingKey }),
    ...present({ source: row.source, mail: row.mail, handoff: row.handoff, journey: row.journey }),
    ...present({ enrollment: row.enrollment, node: row.node, visit: row.visit, outcome: row.outcome }),
    properties,
  } as LeadEvent;
}

/** The fields that are not null. */
function present(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
