import type { Plan, Trigger } from '@sodate/journey/compile/plan';
import type { Command } from '@sodate/journey/edit/command';
import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId, OpId } from '@sodate/journey/id';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bornAt, idOf, instant, newId } from '../columns.ts';

export type JourneyState = 'draft' | 'live' | 'paused' | 'stopped';

export const journey = pgTable(
  'journey',
  {
    id: newId<'journey'>(),
    name: text().notNull(),
    state: text().$type<JourneyState>().notNull().default('draft'),
    draft: jsonb().$type<Graph>().notNull(),
    /** Commands applied so far. */
    draftRevision: integer().notNull().default(0),
    /** `draftRevision` when the newest version was published. */
    publishedRevision: integer(),
    /** Whether leads would go another way by the draft than by the live version; false before the first publishing. Of mails it knows nothing. */
    draftDiffers: boolean().notNull().default(false),
    liveVersionId: idOf<'version'>(),
    /** The number of the newest rule. */
    rule: integer().notNull().default(0),
    pausedAt: instant(),
    archivedAt: instant(),
    createdBy: idOf<'user'>(),
    createdAt: bornAt(),
    updatedAt: bornAt(),
  },
  (table) => [
    index('journey_state').on(table.state, table.updatedAt),
    index('journey_updated').on(table.updatedAt, table.id),
  ],
);

/** The trail of a draft: what each person did, in the order the server set. */
export const draftCommand = pgTable(
  'draft_command',
  {
    journeyId: idOf<'journey'>()
      .notNull()
      .references(() => journey.id, { onDelete: 'cascade' }),
    revision: integer().notNull(),
    /** Made by the client: a repeat is answered, not applied. */
    commandId: text().notNull(),
    clientId: text().notNull(),
    command: jsonb().$type<Command>().notNull(),
    userId: idOf<'user'>(),
    at: bornAt(),
  },
  (table) => [
    primaryKey({ columns: [table.journeyId, table.revision] }),
    uniqueIndex('draft_command_id').on(table.journeyId, table.commandId),
  ],
);

/** Immutable once written, but for the note. */
export const version = pgTable(
  'version',
  {
    id: newId<'version'>(),
    journeyId: idOf<'journey'>()
      .notNull()
      .references(() => journey.id),
    number: integer().notNull(),
    graph: jsonb().$type<Graph>().notNull(),
    plan: jsonb().$type<Plan>().notNull(),
    /** SHA-256 of the canonical plan. */
    hash: text().notNull(),
    /** Node → the mail version it sends. */
    mails: jsonb().$type<Readonly<Record<NodeId, string>>>().notNull().default({}),
    publishedBy: idOf<'user'>(),
    publishedAt: bornAt(),
    /** What somebody wrote about it: what it changes, and why. */
    note: text().notNull().default(''),
  },
  (table) => [uniqueIndex('version_number').on(table.journeyId, table.number)],
);

export type NodeChoice =
  | { readonly kind: 'finish' }
  | { readonly kind: 'follow'; readonly past: 'keep-old' | 'go-on-now' }
  | { readonly kind: 'move'; readonly to: NodeId; readonly at: 'now' | 'old-time' };

/** What publish, pause, resume, the release of a node and stop ask of each row; whoever touches a row first applies it, once. */
export type RuleBody =
  | { readonly kind: 'publish'; readonly version: string; readonly choices: Readonly<Record<NodeId, NodeChoice>> }
  | { readonly kind: 'pause'; readonly at: string }
  | { readonly kind: 'resume'; readonly pausedAt: string; readonly at: string; readonly deadlines: 'shift' | 'keep' }
  | { readonly kind: 'release'; readonly node: NodeId }
  | { readonly kind: 'stop' };

export const journeyRule = pgTable(
  'journey_rule',
  {
    journeyId: idOf<'journey'>()
      .notNull()
      .references(() => journey.id),
    number: integer().notNull(),
    body: jsonb().$type<RuleBody>().notNull(),
    userId: idOf<'user'>(),
    at: bornAt(),
    /** When the batch had gone over every row. */
    doneAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.journeyId, table.number] })],
);

/** Nodes whose leads are held where they are. */
export const heldNode = pgTable(
  'held_node',
  {
    journeyId: idOf<'journey'>()
      .notNull()
      .references(() => journey.id),
    node: text().$type<NodeId>().notNull(),
    at: bornAt(),
  },
  (table) => [primaryKey({ columns: [table.journeyId, table.node] })],
);

/** The triggers that let leads in now; read whole when the revision below has grown. */
export const liveTrigger = pgTable(
  'live_trigger',
  {
    journeyId: idOf<'journey'>()
      .notNull()
      .references(() => journey.id),
    versionId: idOf<'version'>().notNull(),
    node: text().$type<NodeId>().notNull(),
    to: text().$type<OpId>(),
    trigger: jsonb().$type<Trigger>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.journeyId, table.node] })],
);

/** One row. An event's transaction reads it for share; a publish adds one. */
export const triggerSet = pgTable('trigger_set', {
  only: integer().primaryKey().default(1),
  revision: integer().notNull().default(0),
});

/** Steps older than a minute, summed. */
export const stepRollup = pgTable(
  'step_rollup',
  {
    journeyId: idOf<'journey'>().notNull(),
    fromNode: text().notNull(),
    outcome: text().notNull(),
    toNode: text().notNull(),
    day: date({ mode: 'string' }).notNull(),
    test: boolean().notNull(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.journeyId, table.fromNode, table.outcome, table.toNode, table.day, table.test] }),
  ],
);

/** How far the roll-up has come, and other marks of single workers. */
export const progress = pgTable('progress', { name: text().primaryKey(), at: instant().notNull() });

export type JourneyRow = typeof journey.$inferSelect;
export type VersionRow = typeof version.$inferSelect;
