import { type EventRow, event } from '@sodate/database/schema/event';
import { statement } from '@sodate/database/statement';
import type { VisitorId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
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
}

/** Appends one event to the log, in the caller's transaction. */
export async function insertEvent({
  context,
  one,
  id,
  now,
  occurredAt,
  visitor,
  thing,
}: ReadyEvent & { context: Context }): Promise<void> {
  await insertRow({
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
    },
  });
}

const insertRow = statement<Omit<EventRow, 'retractedAt'>>()((database, place) =>
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
