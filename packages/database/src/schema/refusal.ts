import type { NodeId } from '@sodate/journey/id';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bornAt, idOf, instant } from '../columns.ts';
import { journey } from './journey.ts';
import { lead } from './lead.ts';

/** Why a lead was not let in. already-in: of those that a person adds alone; an event tells of it again and again. */
export type RefusalReason = 'not-live' | 'deleted' | 'already-in' | 'came-before' | 'not-in-audience';

/** Leads that a trigger turned away: one row for each journey, lead and reason, however often it happens. */
export const refusal = pgTable(
  'refusal',
  {
    journeyId: idOf<'journey'>()
      .notNull()
      .references(() => journey.id, { onDelete: 'cascade' }),
    leadId: idOf<'lead'>()
      .notNull()
      .references(() => lead.id, { onDelete: 'cascade' }),
    reason: text().$type<RefusalReason>().notNull(),
    /** The trigger that fired last. */
    node: text().$type<NodeId>().notNull(),
    count: integer().notNull().default(1),
    firstAt: bornAt(),
    lastAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.journeyId, table.leadId, table.reason] }),
    index('refusal_journey').on(table.journeyId, table.lastAt, table.leadId),
    index('refusal_lead').on(table.leadId, table.lastAt),
  ],
);
