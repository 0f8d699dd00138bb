import type { Seen } from '@sodate/journey/condition/condition';
import type { Id, NodeId, OpId } from '@sodate/journey/id';
import type { EndReason } from '@sodate/journey/interpret/passage';
import type { JsonObject } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bornAt, idOf, instant, newId, wholeNumber } from '../columns.ts';
import { journey, version } from './journey.ts';
import { lead } from './lead.ts';

export type EnrollmentState = 'moving' | 'resting' | 'acting' | 'stuck' | 'ended';

/** The row is the truth. Times named `until`, `arrivedAt` are in the enrollment's own time (real + offset). */
export const enrollment = pgTable(
  'enrollment',
  {
    id: newId<'enrollment'>(),
    journeyId: idOf<'journey'>()
      .notNull()
      .references(() => journey.id),
    leadId: idOf<'lead'>()
      .notNull()
      .references(() => lead.id),
    versionId: idOf<'version'>()
      .notNull()
      .references(() => version.id),
    op: text().$type<OpId>().notNull(),
    node: text().$type<NodeId>().notNull(),
    visit: integer().notNull(),
    visits: jsonb().$type<Readonly<Record<NodeId, number>>>().notNull().default({}),
    arrivedAt: instant().notNull(),
    /** The lead's last event when the op was reached. */
    arrivedEvent: wholeNumber().notNull(),
    state: text().$type<EnrollmentState>().notNull(),
    hop: integer().notNull(),
    rest: integer().notNull(),
    until: instant(),
    /** Real time at which somebody must look; null: only a nudge wakes it. */
    lookAt: instant(),
    nudgedAt: instant(),
    /** Why it leaves once its claimed effect has landed. */
    leaving: text().$type<EndReason>(),
    /** The kind of hold: its journey's pause, its node's hold. */
    heldBy: text().$type<'pause' | 'node'>(),
    /** A node of the present version that the lead arrives at once `until` has passed: a publish moved it there. */
    moveTo: text().$type<NodeId>(),
    offsetMs: wholeNumber().notNull().default(0),
    ruleSeen: integer().notNull().default(0),
    reason: text().$type<EndReason>(),
    reasonId: text(),
    stuckWhy: jsonb().$type<Text>(),
    /** Since when, while it is stuck. */
    stuckAt: instant(),
    triggerNode: text().$type<NodeId>().notNull(),
    triggerEvent: wholeNumber(),
    test: boolean().notNull().default(false),
    enteredAt: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('enrollment_open').on(table.journeyId, table.leadId).where(sql`${table.state} <> 'ended'`),
    index('enrollment_lead').on(table.leadId, table.id),
    index('enrollment_last').on(table.journeyId, table.leadId, table.enteredAt),
    // With all that the numbers on the canvas are counted from, so that they come from the index alone.
    index('enrollment_node')
      .on(table.journeyId, table.node, table.id, table.test, table.state, table.lookAt)
      .where(sql`${table.state} <> 'ended'`),
    index('enrollment_look').on(table.lookAt).where(sql`${table.state} <> 'ended' and ${table.lookAt} is not null`),
    index('enrollment_stuck').on(table.journeyId, table.id).where(sql`${table.state} = 'stuck'`),
    index('enrollment_stuck_all').on(table.id).where(sql`${table.state} = 'stuck'`),
    index('enrollment_ended')
      .on(table.journeyId, table.reason, table.test, table.id)
      .where(sql`${table.state} = 'ended'`),
    index('enrollment_version').on(table.versionId, table.id).where(sql`${table.state} <> 'ended'`),
    index('enrollment_rule').on(table.journeyId, table.ruleSeen, table.id).where(sql`${table.state} <> 'ended'`),
  ],
);

/** The ledger: hop 0 is "entered"; never changed, values seen are emptied on erasure. */
export const step = pgTable(
  'step',
  {
    enrollmentId: idOf<'enrollment'>()
      .notNull()
      .references(() => enrollment.id),
    hop: integer().notNull(),
    journeyId: idOf<'journey'>().notNull(),
    fromOp: text().$type<OpId>(),
    fromNode: text().$type<NodeId>(),
    outcome: text().notNull(),
    toOp: text().$type<OpId>(),
    toNode: text().$type<NodeId>(),
    visit: integer().notNull(),
    dueAt: instant().notNull(),
    at: instant().notNull(),
    /** Real time of writing: what the roll-up goes by. */
    writtenAt: bornAt(),
    eventId: wholeNumber(),
    seen: jsonb().$type<readonly Seen[]>().notNull().default([]),
    test: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.enrollmentId, table.hop] }),
    index('step_journey').on(table.journeyId, table.writtenAt),
    index('step_written').on(table.writtenAt),
  ],
);

export type EffectState = 'waiting' | 'claimed' | 'sent' | 'failed' | 'ambiguous' | 'dropped' | 'not-sent';

export const notSentReasons = [
  'no-address',
  'bounced',
  'unsubscribed',
  'no-consent',
  'suppressed',
  'too-late',
  'lead-erased',
  'held-back',
] as const;

export type NotSentReason = (typeof notSentReasons)[number];

/** One external effect. Its key is its identity: `enrollment/ID/op/visit`, `handoff/ID/reminder`. */
export const effect = pgTable(
  'effect',
  {
    key: text().primaryKey(),
    enrollmentId: idOf<'enrollment'>().references(() => enrollment.id),
    handoffId: idOf<'handoff'>(),
    journeyId: idOf<'journey'>(),
    leadId: idOf<'lead'>(),
    node: text().$type<NodeId>(),
    op: text().$type<OpId>(),
    channel: text().notNull(),
    /** The node type, or "notice", that does it. */
    kind: text().notNull(),
    config: jsonb().$type<JsonObject>().notNull(),
    state: text().$type<EffectState>().notNull(),
    attempt: integer().notNull().default(0),
    token: idOf<'claim'>(),
    leaseUntil: instant(),
    nextTryAt: instant(),
    notSentReason: text().$type<NotSentReason>(),
    error: text(),
    /** Set where two attempts turned out to have been sent. */
    doubled: boolean().notNull().default(false),
    /** Set where a person has it sent once more although its lead has gone on: a worker's loop sends it. */
    repeatAskedAt: instant(),
    createdAt: bornAt(),
    settledAt: instant(),
  },
  (table) => [
    index('effect_enrollment').on(table.enrollmentId),
    index('effect_handoff').on(table.handoffId),
    index('effect_lead').on(table.leadId, table.settledAt),
    index('effect_open').on(table.state, table.leaseUntil).where(sql`${table.state} in ('waiting', 'claimed')`),
    index('effect_repeat')
      .on(table.repeatAskedAt)
      .where(sql`${table.repeatAskedAt} is not null and ${table.state} in ('waiting', 'claimed')`),
    // Who a node did nothing for.
    index('effect_not_sent').on(table.journeyId, table.node, table.key).where(sql`${table.state} = 'not-sent'`),
    index('effect_ambiguous')
      .on(table.createdAt)
      .where(
        sql`${table.state} = 'ambiguous' or ${table.doubled} or (${table.state} = 'failed' and ${table.repeatAskedAt} is not null)`,
      ),
  ],
);

export const effectAttempt = pgTable(
  'effect_attempt',
  {
    key: text()
      .notNull()
      .references(() => effect.key),
    attempt: integer().notNull(),
    token: idOf<'claim'>().notNull(),
    claimedAt: instant().notNull(),
    result: text().$type<'sent' | 'surely-not' | 'unknown' | 'given-back'>(),
    detail: text(),
    recordedAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.key, table.attempt] })],
);

export type OutboxBody =
  | {
      readonly kind: 'start';
      readonly enrollment: string;
      readonly journey: string;
      readonly startAt: string | null | 'now';
      /** In the place of a workflow that is open: it may have lost its past, or be unable to go on. */
      readonly anew?: boolean;
    }
  | { readonly kind: 'nudge'; readonly enrollment: string; readonly journey: string; readonly rest: number }
  | { readonly kind: 'close'; readonly enrollment: string }
  | {
      readonly kind: 'start-handoff';
      readonly handoff: string;
      readonly startAt: string | null | 'now';
      readonly anew?: boolean;
    }
  | { readonly kind: 'nudge-handoff'; readonly handoff: string; readonly rest: number };

/** What must reach Temporal; deleted when delivered. Priority: 1 test and hand-off, 3 triggers, 5 bulk. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    priority: integer().notNull(),
    body: jsonb().$type<OutboxBody>().notNull(),
    notBefore: instant(),
    failures: integer().notNull().default(0),
    at: bornAt(),
  },
  (table) => [index('outbox_order').on(table.priority, table.id)],
);

export type BarredWhy = 'database-restored' | 'by-hand';

/** One row: the number of the mark that Temporal should hold open, and whether claims are barred. */
export const mark = pgTable('mark', {
  only: integer().primaryKey().default(1),
  number: integer().notNull().default(0),
  checkedAt: instant(),
  /** Set where the database turned out older than Temporal, or by hand: no claims until a person releases them. */
  claimsBarredAt: instant(),
  barredWhy: text().$type<BarredWhy>(),
});

export type EnrollmentRow = typeof enrollment.$inferSelect;
export type StepRow = typeof step.$inferSelect;
export type EffectRow = typeof effect.$inferSelect;
export type ClaimToken = Id<'claim'>;
