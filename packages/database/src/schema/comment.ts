import type { NodeId } from '@sodate/journey/id';
import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bornAt, idOf, instant, newId } from '../columns.ts';
import { journey } from './journey.ts';
import { user } from './user.ts';

/** What people say to each other about a node, beside the journey: no part of its graph or versions. */
export const journeyComment = pgTable(
  'journey_comment',
  {
    id: newId<'comment'>(),
    journeyId: idOf<'journey'>()
      .notNull()
      .references(() => journey.id, { onDelete: 'cascade' }),
    /** May be gone from the draft; the comment stays. */
    node: text().$type<NodeId>().notNull(),
    body: text().notNull(),
    userId: idOf<'user'>().references(() => user.id, { onDelete: 'set null' }),
    at: bornAt(),
    /** Null: still open. */
    resolvedAt: instant(),
    resolvedBy: idOf<'user'>(),
  },
  (table) => [index('journey_comment_node').on(table.journeyId, table.node, table.id)],
);

/** Who has a journey open now, one row for each browser tab; old rows are those who left without a word. */
export const draftPresence = pgTable(
  'draft_presence',
  {
    journeyId: idOf<'journey'>()
      .notNull()
      .references(() => journey.id, { onDelete: 'cascade' }),
    clientId: text().notNull(),
    userId: idOf<'user'>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** The node they have selected. */
    node: text().$type<NodeId>(),
    seenAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.journeyId, table.clientId] })],
);
