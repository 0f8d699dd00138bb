import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { bornAt, idOf, instant, newId } from '../columns.ts';
import { journey } from './journey.ts';
import { user } from './user.ts';

/** ended: the journey was stopped, or lost the trigger "added by hand". */
export type BulkEnrolmentState = 'running' | 'done' | 'cancelled' | 'ended';

/** Why a lead did not enter, and how many. */
export type RefusedCounts = Readonly<
  Partial<Record<'deleted' | 'already-in' | 'came-before' | 'not-in-audience', number>>
>;

/** All leads of a filter on their way into a journey, in order of their ids. A turn moves the cursor with its leads. */
export const bulkEnrolment = pgTable(
  'bulk_enrolment',
  {
    id: newId<'bulk-enrolment'>(),
    journeyId: idOf<'journey'>()
      .notNull()
      .references(() => journey.id),
    /** The filter of the list of leads. */
    filter: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    state: text().$type<BulkEnrolmentState>().notNull().default('running'),
    endedWhy: text().$type<'journey-stopped' | 'no-door'>(),
    /** The newest lead when it began: later ones are not meant. Null: there was none. */
    lastLead: idOf<'lead'>(),
    /** Every lead up to here has been gone over. */
    afterLead: idOf<'lead'>(),
    /** How many fit the filter when it began; null until they are counted. */
    expected: integer(),
    entered: integer().notNull().default(0),
    refused: jsonb().$type<RefusedCounts>().notNull().default({}),
    /** Jobs take turns: the one that waited longest is next. */
    turnAt: bornAt(),
    userId: idOf<'user'>().references(() => user.id, { onDelete: 'set null' }),
    createdAt: bornAt(),
    endedAt: instant(),
  },
  (table) => [
    index('bulk_enrolment_turn').on(table.turnAt).where(sql`${table.state} = 'running'`),
    index('bulk_enrolment_journey').on(table.journeyId, table.id),
  ],
);

export type BulkEnrolmentRow = typeof bulkEnrolment.$inferSelect;
