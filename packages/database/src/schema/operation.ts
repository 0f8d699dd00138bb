import type { NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { bornAt, idOf, instant, newId, wholeNumber } from '../columns.ts';
import { user } from './user.ts';

/** Which stuck leads, or sends to check, a person means: those picked by hand, or all that match. */
export type BulkChoice =
  | { readonly kind: 'picked'; readonly ids: readonly string[] }
  | {
      readonly kind: 'matching';
      readonly journey?: string | undefined;
      readonly node?: NodeId | undefined;
      /** MD5 of the English words of what went wrong. */
      readonly error?: string | undefined;
    };

/** What is done to each of them. */
export type BulkVerb =
  | { readonly kind: 'retry' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'move'; readonly node: NodeId }
  | { readonly kind: 'settle'; readonly as: 'arrived' | 'missing' | 'again' | 'seen' };

export type BulkState = 'running' | 'done' | 'cancelled';

/** One way out for many at once: asked by a person, carried out in slices by a worker, in the person's name. */
export const bulkChange = pgTable(
  'bulk_change',
  {
    id: newId<'bulk-change'>(),
    verb: jsonb().$type<BulkVerb>().notNull(),
    choice: jsonb().$type<BulkChoice>().notNull(),
    state: text().$type<BulkState>().notNull().default('running'),
    /** How many there were when it was asked. */
    total: integer().notNull(),
    done: integer().notNull().default(0),
    /** Could not be changed any more, or not in this way. */
    refused: integer().notNull().default(0),
    /** Why the last one was refused. */
    refusedWhy: jsonb().$type<Text>(),
    /** The last one that was gone over: they are taken in order. */
    after: text().notNull().default(''),
    askedBy: idOf<'user'>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    askedAt: bornAt(),
    endedAt: instant(),
  },
  (table) => [
    index('bulk_change_running').on(table.id).where(sql`${table.state} = 'running'`),
    index('bulk_change_asked').on(table.askedBy, table.id),
  ],
);

/** What each loop of the workers last did, whichever worker it was. */
export const loopRun = pgTable('loop_run', {
  name: text().primaryKey(),
  worker: text().notNull(),
  /** When the last turn that went well had ended. */
  wellAt: instant(),
  tookMs: integer().notNull().default(0),
  /** How many rows the last turn that found any had done, and when. */
  did: integer().notNull().default(0),
  didAt: instant(),
  /** Rows done since the beginning. */
  total: wholeNumber().notNull().default(0),
  /** Since when it has failed at every turn, and by what; null while it goes well. */
  failingSince: instant(),
  failure: text(),
});

export type BulkChangeRow = typeof bulkChange.$inferSelect;
export type LoopRunRow = typeof loopRun.$inferSelect;
