import { rightNow } from '@sodate/database/columns';
import { event, messageId } from '@sodate/database/schema/event';
import { lead, visitor } from '@sodate/database/schema/lead';
import type { EventName, LeadEvent } from '@sodate/journey/event/event';
import type { EnrollmentId, LeadId, VisitorId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readClock } from '../engine/clock.ts';
import { crashPoint } from '../engine/crash-point.ts';
import { wakePassages } from '../enrollment/wake-passages.ts';
import { internThings, thingName } from './intern-things.ts';
import { type LockedLead, lockLeads } from './lock-leads.ts';
import type { NewEvent } from './new-event.ts';

/** An event that was stored, and the lead that it now belongs to. */
export interface StoredEvent {
  readonly lead: LockedLead;
  readonly event: LeadEvent;
}

export interface Appending {
  readonly context: Context;
  readonly events: readonly NewEvent[];
  /** The passage whose own hop caused them: it is under way and needs no nudge. */
  readonly except?: EnrollmentId;
}

/** Acts by which a lead shows itself; they move `lastSeenAt`. */
const ownActs: ReadonlySet<EventName> = new Set([
  'page-viewed',
  'form-submitted',
  'mail-opened',
  'mail-clicked',
  'custom',
]);

/**
 * Stores facts of known leads as events, in the caller's transaction: locks the leads, drops repeats, stores, and nudges
 * the passages that an event concerns. For facts that no trigger listens to, and as the base of `storeEvents`.
 * Events of erased leads are dropped. Gives what was stored, in order.
 */
export async function appendEvents({ context, events, except }: Appending): Promise<readonly StoredEvent[]> {
  if (events.length === 0) return [];
  const locked = await lockLeads({ context, leads: events.map((one) => one.lead) });
  await crashPoint('event.after-lock');
  const leads = new Map(locked.flatMap((one) => one.asked.map((id) => [id, one] as const)));
  const known = events.filter((one) => leads.has(one.lead));
  const fresh = await dropRepeats({ context, events: known });
  if (fresh.length === 0) return [];
  const stored = await insert({ context, events: fresh, leads });
  await touchLeads({ context, stored });
  await wakePassages({ context, stored, ...(except === undefined ? {} : { except }) });
  return stored;
}

async function dropRepeats({
  context,
  events,
}: {
  context: Context;
  events: readonly NewEvent[];
}): Promise<readonly NewEvent[]> {
  // Sorted, so that two batches with the same ids wait for each other in a row instead of in a circle.
  const ids = [...new Set(events.flatMap((one) => one.messageId ?? []))].sort();
  if (ids.length === 0) return events;
  const inserted = await context.database
    .insert(messageId)
    .values(ids.map((id) => ({ id })))
    .onConflictDoNothing()
    .returning({ id: messageId.id });
  const unseen = new Set(inserted.map(({ id }) => id));
  return events.filter((one) => one.messageId === undefined || unseen.delete(one.messageId));
}

async function insert({
  context,
  events,
  leads,
}: {
  context: Context;
  events: readonly NewEvent[];
  leads: ReadonlyMap<LeadId, LockedLead>;
}): Promise<readonly StoredEvent[]> {
  const things = await internThings({ context, things: events.flatMap((one) => one.thing ?? []) });
  const visitors = await standingVisitors({ context, events, leads });
  const now = await readClock({ context });
  const rows = events.map((one) => {
    const owner = ownerOf({ event: one, leads });
    return {
      id: sql`nextval('event_id')`,
      storedAt: now,
      occurredAt: occurredAt({ event: one, now }),
      visitorId: one.visitor ?? visitorOf({ visitors, lead: owner.id }),
      name: one.name,
      thingId: one.thing === undefined ? null : (things.get(thingName(one.thing)) ?? null),
      source: one.source ?? null,
      mailId: one.mail ?? null,
      sentMailId: one.sentMail ?? null,
      handoffId: one.handoff ?? null,
      journeyId: one.journey ?? null,
      enrollmentId: one.enrollment ?? null,
      node: one.node ?? null,
      visit: one.visit ?? null,
      outcome: one.outcome ?? null,
      points: one.points ?? null,
      category: one.category ?? null,
      properties: one.properties ?? {},
    };
  });
  const ids = await context.database.insert(event).values(rows).returning({ id: event.id });
  return events.map((one, index) => ({
    lead: ownerOf({ event: one, leads }),
    event: asLeadEvent({ event: one, id: Number(ids[index]?.id), now }),
  }));
}

function ownerOf({ event: one, leads }: { event: NewEvent; leads: ReadonlyMap<LeadId, LockedLead> }): LockedLead {
  const owner = leads.get(one.lead);
  if (!owner) throw new Error(`lead ${one.lead} is not locked`);
  return owner;
}

function visitorOf({ visitors, lead: id }: { visitors: ReadonlyMap<LeadId, VisitorId>; lead: LeadId }): VisitorId {
  const found = visitors.get(id);
  if (!found) throw new Error(`lead ${id} has no visitor row of its own`);
  return found;
}

/** An act cannot have happened later than we learnt of it. */
function occurredAt({ event: one, now }: { event: NewEvent; now: Instant }): Instant {
  return one.occurredAt === undefined || one.occurredAt > now ? now : one.occurredAt;
}

/** The visitor rows that stand for the leads themselves; made where missing. */
async function standingVisitors({
  context,
  events,
  leads,
}: {
  context: Context;
  events: readonly NewEvent[];
  leads: ReadonlyMap<LeadId, LockedLead>;
}): Promise<ReadonlyMap<LeadId, VisitorId>> {
  const wanted = [
    ...new Set(events.filter((one) => one.visitor === undefined).map((one) => ownerOf({ event: one, leads }).id)),
  ];
  if (wanted.length === 0) return new Map();
  const rows = await context.database
    .select({ id: visitor.id, leadId: visitor.leadId })
    .from(visitor)
    .where(and(inArray(visitor.leadId, wanted), isNull(visitor.anonymousId)));
  const found = new Map(rows.flatMap((row) => (row.leadId === null ? [] : [[row.leadId, row.id] as const])));
  const missing = wanted.filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  const made = await context.database
    .insert(visitor)
    .values(missing.map((leadId) => ({ leadId })))
    .returning({ id: visitor.id, leadId: visitor.leadId });
  for (const row of made) if (row.leadId !== null) found.set(row.leadId, row.id);
  return found;
}

async function touchLeads({ context, stored }: { context: Context; stored: readonly StoredEvent[] }): Promise<void> {
  for (const [owner, ones] of Map.groupBy(stored, ({ lead: of }) => of)) {
    const last = Math.max(...ones.map((one) => one.event.id));
    const seen = ones.some((one) => ownActs.has(one.event.name));
    await context.database
      .update(lead)
      .set({ lastEventId: last, ...(seen ? { lastSeenAt: rightNow } : {}) })
      .where(eq(lead.id, owner.id));
  }
}

function asLeadEvent({ event: one, id, now }: { event: NewEvent; id: number; now: Instant }): LeadEvent {
  const place = one.thing?.kind === 'page' || one.thing?.kind === 'link' ? 'url' : 'thing';
  const {
    lead: _lead,
    visitor: _visitor,
    messageId: _message,
    thing,
    sentMail: _sent,
    points: _points,
    category: _category,
    ...facts
  } = one;
  return {
    ...facts,
    id,
    storedAt: now,
    occurredAt: occurredAt({ event: one, now }),
    ...(thing === undefined ? {} : { [place]: thing.key }),
    properties: one.properties ?? {},
  };
}
