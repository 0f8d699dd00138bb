import { event } from '@sodate/database/schema/event';
import type { VisitorId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readClock } from '../engine/clock.ts';
import { internThings, thingName } from './intern-things.ts';
import type { EventFacts } from './new-event.ts';
import { rememberMessages } from './remember-messages.ts';

/**
 * Stores what a browser did whom nobody knows yet: repeats are dropped, and nothing is triggered until it is known.
 * Inside the transaction that holds the visitor's lock, so that ids follow stored order.
 */
export async function storeVisitorEvents({
  context,
  visitor,
  events,
}: {
  context: Context;
  visitor: VisitorId;
  events: readonly EventFacts[];
}): Promise<void> {
  const ids = events.flatMap((one) => one.messageId ?? []);
  const unseen = await rememberMessages({ context, ids });
  const fresh = events.filter((one) => one.messageId === undefined || unseen.delete(one.messageId));
  if (fresh.length === 0) return;
  const things = await internThings({ context, things: fresh.flatMap((one) => one.thing ?? []) });
  const now = await readClock({ context });
  const rows = fresh.map((one) => ({
    id: sql`nextval('event_id')`,
    storedAt: now,
    occurredAt: one.occurredAt === undefined || one.occurredAt > now ? now : one.occurredAt,
    visitorId: visitor,
    name: one.name,
    thingId: one.thing === undefined ? null : (things.get(thingName(one.thing)) ?? null),
    source: one.source ?? null,
    properties: one.properties ?? {},
  }));
  await context.database.insert(event).values(rows);
}
