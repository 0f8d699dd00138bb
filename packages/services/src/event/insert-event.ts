import { rightNow } from '@sodate/database/columns';
import { type EventRow, event } from '@sodate/database/schema/event';
import { lead } from '@sodate/database/schema/lead';
import { statement } from '@sodate/database/statement';
import type { LeadId, VisitorId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { EventFacts, NewEvent } from './new-event.ts';

/** An event with all that was found for it. Times as the database's clock has them. */
export interface ReadyEvent {
  readonly one: EventFacts & Partial<NewEvent>;
  /** Taken under the lead's (or visitor's) lock. */
  readonly id: number;
  readonly now: Instant;
  readonly occurredAt: Instant;
  readonly visitor: VisitorId;
  readonly thing: number | null;
  /** The lead that stays for it, under the caller's lock. */
  readonly owner: LeadId;
  /** Whether the lead showed itself by it. */
  readonly isOwnAct: boolean;
}

/** Appends one event to the log and tells the lead that it is its last, in the caller's transaction. */
export async function insertEvent({
  context,
  one,
  id,
  now,
  occurredAt,
  visitor,
  thing,
  owner,
  isOwnAct,
}: ReadyEvent & { context: Context }): Promise<void> {
  await insertAndTouch({
    database: context.database,
    values: {
      id,
      storedAt: now,
      occurredAt,
      visitorId: visitor,
      name: one.name,
      thingId: thing,
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
      owner,
      isOwnAct,
    },
  });
}

interface Inserted extends Omit<EventRow, 'retractedAt'> {
  readonly owner: LeadId;
  readonly isOwnAct: boolean;
}

const insertAndTouch = statement<Inserted>()((database, place) => {
  const stored = database.$with('stored').as(
    database
      .insert(event)
      .values({
        id: place('id', event.id),
        storedAt: place('storedAt', event.storedAt),
        occurredAt: place('occurredAt', event.occurredAt),
        visitorId: place('visitorId', event.visitorId),
        name: place('name', event.name),
        thingId: place('thingId', event.thingId),
        source: place('source', event.source),
        mailId: place('mailId', event.mailId),
        sentMailId: place('sentMailId', event.sentMailId),
        handoffId: place('handoffId', event.handoffId),
        journeyId: place('journeyId', event.journeyId),
        enrollmentId: place('enrollmentId', event.enrollmentId),
        node: place('node', event.node),
        visit: place('visit', event.visit),
        outcome: place('outcome', event.outcome),
        points: place('points', event.points),
        category: place('category', event.category),
        properties: place('properties', event.properties),
      })
      .returning({ id: event.id }),
  );
  return database
    .with(stored)
    .update(lead)
    .set({
      lastEventId: place('id', lead.lastEventId),
      lastSeenAt: sql`case when ${place('isOwnAct')}::boolean then ${rightNow} else ${lead.lastSeenAt} end`,
    })
    .where(eq(lead.id, place('owner', lead.id)))
    .returning({ id: lead.id });
});
