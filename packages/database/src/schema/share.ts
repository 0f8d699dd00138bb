import type { Graph } from '@sodate/journey/graph/graph';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bornAt, idOf, instant, newId } from '../columns.ts';
import { journey } from './journey.ts';
import { user } from './user.ts';

/** A link by which anybody reads one journey without signing in. */
export const journeyShare = pgTable(
  'journey_share',
  {
    id: newId<'journey-share'>(),
    journeyId: idOf<'journey'>()
      .notNull()
      .references(() => journey.id, { onDelete: 'cascade' }),
    /** SHA-256 of the token: a copy of the database opens nothing. */
    tokenHash: text().notNull(),
    shows: text().$type<'published' | 'draft'>().notNull(),
    /** The draft as it stood; null where the published version is shown. */
    graph: jsonb().$type<Graph>(),
    withCounts: boolean().notNull(),
    /** Null: does not expire. */
    expiresAt: instant(),
    revokedAt: instant(),
    revokedBy: idOf<'user'>(),
    createdBy: idOf<'user'>().references(() => user.id, { onDelete: 'set null' }),
    createdAt: bornAt(),
    openedAt: instant(),
    opened: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex('journey_share_token').on(table.tokenHash),
    index('journey_share_journey').on(table.journeyId, table.id),
  ],
);
