import { visitor } from '@sodate/database/schema/lead';
import type { EventName, LeadEvent } from '@sodate/journey/event/event';
import type { EnrollmentId, JourneyId, LeadId, VisitorId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import type { Context } from '../context.ts';
import { crashPoint } from '../engine/crash-point.ts';
import { wakePassages } from '../enrollment/wake-passages.ts';
import { type HeldLeads, holdLeads } from './hold-leads.ts';
import { insertEvent } from './insert-event.ts';
import { internThings, thingName } from './intern-things.ts';
import type { LockedLead } from './lock-leads.ts';
import type { NewEvent } from './new-event.ts';
import { rememberMessages } from './remember-messages.ts';

/** An event that was stored, and the lead that it now belongs to. */
export interface StoredEvent {
  readonly lead: LockedLead;
  readonly event: LeadEvent;
  /** The journeys that the lead is in already, as its lock holds them. */
  readonly isIn: ReadonlySet<JourneyId>;
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
  // Sent together and done in this order, so that repeats are dropped under the leads' locks.
  const [held, unseen, things] = await Promise.all([
    holdLeads({ context, asked: events.map((one) => one.lead), count: events.length }),
    rememberMessages({ context, ids: events.flatMap((one) => one.messageId ?? []) }),
    internThings({ context, things: events.flatMap((one) => one.thing ?? []) }),
  ]);
  await crashPoint('event.after-lock');
  const fresh = events
    .filter((one) => held.leads.has(one.lead))
    .filter((one) => one.messageId === undefined || unseen.delete(one.messageId));
  if (fresh.length === 0) return [];
  const visitors = await ensureStanding({ context, events: fresh, held });
  const stored = fresh.map((one, index) => asStored({ one, index, held }));
  await Promise.all([
    ...fresh.map((one, index) =>
      insertEvent({
        context,
        one,
        id: idAt({ held, index }),
        now: held.now,
        occurredAt: occurredAt({ one, now: held.now }),
        visitor: one.visitor ?? ownOf({ visitors, lead: ownerOf({ one, held }).id }),
        thing: one.thing === undefined ? null : (things.get(thingName(one.thing)) ?? null),
        owner: ownerOf({ one, held }).id,
        isOwnAct: ownActs.has(one.name),
      }),
    ),
    wakePassages({ context, stored, rows: held.passages.filter(({ id }) => id !== except) }),
  ]);
  return stored;
}

function ownerOf({ one, held }: { one: NewEvent; held: HeldLeads }): LockedLead {
  const owner = held.leads.get(one.lead);
  if (!owner) throw new Error(`lead ${one.lead} is not locked`);
  return owner;
}

function idAt({ held, index }: { held: HeldLeads; index: number }): number {
  const id = held.eventIds[index];
  if (id === undefined) throw new Error('fewer event ids were taken than events stored');
  return id;
}

/** An act cannot have happened later than we learnt of it. */
function occurredAt({ one, now }: { one: NewEvent; now: Instant }): Instant {
  return one.occurredAt === undefined || one.occurredAt > now ? now : one.occurredAt;
}

function ownOf({ visitors, lead: id }: { visitors: ReadonlyMap<LeadId, VisitorId>; lead: LeadId }): VisitorId {
  const found = visitors.get(id);
  if (!found) throw new Error(`lead ${id} has no visitor row of its own`);
  return found;
}

/** The visitor rows that stand for the leads themselves; made where missing. */
async function ensureStanding({
  context,
  events,
  held,
}: {
  context: Context;
  events: readonly NewEvent[];
  held: HeldLeads;
}): Promise<ReadonlyMap<LeadId, VisitorId>> {
  const wanted = new Set(events.flatMap((one) => (one.visitor === undefined ? [ownerOf({ one, held }).id] : [])));
  const missing = [...wanted].filter((id) => !held.visitors.has(id));
  if (missing.length === 0) return held.visitors;
  const made = await context.database
    .insert(visitor)
    .values(missing.map((leadId) => ({ leadId })))
    .returning({ id: visitor.id, leadId: visitor.leadId });
  const fresh = made.flatMap(({ id, leadId }) => (leadId === null ? [] : [[leadId, id] as const]));
  return new Map([...held.visitors, ...fresh]);
}

function asStored({ one, index, held }: { one: NewEvent; index: number; held: HeldLeads }): StoredEvent {
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
  const place = thing?.kind === 'page' || thing?.kind === 'link' ? 'url' : 'thing';
  const event = {
    ...facts,
    id: idAt({ held, index }),
    storedAt: held.now,
    occurredAt: occurredAt({ one, now: held.now }),
    ...(thing === undefined ? {} : { [place]: thing.key }),
    properties: one.properties ?? {},
  };
  const owner = ownerOf({ one, held });
  const own = held.passages.filter(({ leadId }) => leadId === owner.id);
  return { lead: owner, event, isIn: new Set(own.map(({ journeyId }) => journeyId)) };
}
