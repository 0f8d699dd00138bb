import type { EventName } from '@sodate/journey/event/event';
import type { JsonObject } from '@sodate/journey/json';
import { bigint, index, integer, jsonb, pgSequence, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bornAt, idOf, instant, wholeNumber } from '../columns.ts';

/** Ids of events: taken under the lead's lock, so that one lead's ids follow its stored order. */
export const eventIds = pgSequence('event_id');

/** An interned page, form, link target or custom name: patterns match this small table, never the log. */
export const thing = pgTable(
  'thing',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text().$type<'page' | 'form' | 'link' | 'custom'>().notNull(),
    /** Pages and links: host and path without trailing slash. Forms: the marked id. Custom: the name. */
    key: text().notNull(),
    /** Pages and links: the path, beginning with "/". */
    path: text(),
    title: text(),
    /** What kind of page it is: features = knows the need, price = budget, cases = still looking. */
    topic: text().$type<'features' | 'price' | 'cases' | 'other'>(),
    createdAt: bornAt(),
  },
  (table) => [uniqueIndex('thing_key').on(table.kind, table.key), index('thing_path').on(table.kind, table.path)],
);

/** Append-only. Partitioned by month of `storedAt` (the migration says so; Drizzle cannot). */
export const event = pgTable(
  'event',
  {
    id: wholeNumber().notNull(),
    storedAt: instant().notNull(),
    occurredAt: instant().notNull(),
    visitorId: idOf<'visitor'>().notNull(),
    name: text().$type<EventName>().notNull(),
    thingId: wholeNumber(),
    source: text(),
    mailId: idOf<'mail'>(),
    sentMailId: idOf<'sent-mail'>(),
    handoffId: idOf<'handoff'>(),
    journeyId: idOf<'journey'>(),
    enrollmentId: idOf<'enrollment'>(),
    node: text(),
    visit: integer(),
    outcome: text(),
    points: integer(),
    category: text(),
    /** Set where the event was taken back (a scanner's click): it no longer counts. */
    retractedAt: instant(),
    properties: jsonb().$type<JsonObject>().notNull().default({}),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.storedAt] }),
    index('event_visitor').on(table.visitorId, table.id),
    index('event_name').on(table.name, table.storedAt),
  ],
);

/** Message ids of the last 35 days: a repeat is dropped. Its own table, since a unique index cannot span months. */
export const messageId = pgTable('message_id', { id: text().primaryKey(), at: bornAt() }, (table) => [
  index('message_id_at').on(table.at),
]);

export type EventRow = typeof event.$inferSelect;
export type NewEventRow = typeof event.$inferInsert;
