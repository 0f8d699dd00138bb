import type { NodeId, UserId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import type { Duration } from '@sodate/journey/time/wait-spec';
import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bornAt, idOf, instant, newId, wholeNumber } from '../columns.ts';
import { lead } from './lead.ts';
import { user } from './user.ts';

/** open: not yet answered. accepted: being worked. The rest are closed. */
export type HandoffState = 'open' | 'accepted' | 'rejected' | 'opportunity' | 'won' | 'lost' | 'withdrawn';

export const rejectReasons = ['too-early', 'not-target', 'wrong-contact', 'already-talking'] as const;

export type RejectReason = (typeof rejectReasons)[number];

export const lostReasons = ['no-budget', 'bad-timing', 'other-chosen', 'no-need', 'no-contact'] as const;

export type LostReason = (typeof lostReasons)[number];

export type CloseReason = RejectReason | LostReason;

/** A lead given to sales. Its timer is a loop of its own over this row: `until`, `lookAt`, `rest` as in enrollments. */
export const handoff = pgTable(
  'handoff',
  {
    id: newId<'handoff'>(),
    leadId: idOf<'lead'>()
      .notNull()
      .references(() => lead.id),
    journeyId: idOf<'journey'>(),
    enrollmentId: idOf<'enrollment'>(),
    node: text().$type<NodeId>(),
    visit: integer(),
    ownerId: idOf<'user'>().references(() => user.id, { onDelete: 'set null' }),
    teamId: idOf<'team'>(),
    state: text().$type<HandoffState>().notNull().default('open'),
    followUp: text().notNull(),
    questions: jsonb().$type<readonly string[]>().notNull().default([]),
    sla: jsonb().$type<Duration>().notNull(),
    calendarId: idOf<'calendar'>().notNull(),
    /** Told once the deadline has passed; none: every sales manager. */
    escalateTo: idOf<'user'>().array().$type<readonly UserId[]>().notNull().default([]),
    /** First response is due by then, in the hand-off's own time; fixed when it was made. */
    dueAt: instant().notNull(),
    remindAt: instant(),
    remindedAt: instant(),
    overdueAt: instant(),
    score: integer().notNull().default(0),
    /** Why now: the event or condition that led here, in few words made at hand-off. */
    whyNow: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    /** Why it was rejected or lost; of what was lost nobody has to say. */
    closeReason: text('reject_reason').$type<CloseReason>(),
    outcomeNote: text(),
    acceptedAt: instant(),
    metAt: instant(),
    closedAt: instant(),
    /** When sales mean to contact the lead next, in real time; of a day without a time, when business opens on it. */
    nextContactAt: instant(),
    /** The time was chosen, not the day alone. */
    nextContactTimed: boolean().notNull().default(false),
    nextContactNote: text(),
    nextContactToldAt: instant(),
    /** Those being worked go by it: by their next contact, and after all these the ones without, by deadline. */
    workAt: instant().generatedAlwaysAs(
      sql`coalesce(next_contact_at, timezone('UTC', timezone('UTC', due_at) + interval '100 years'))`,
    ),
    until: instant(),
    lookAt: instant(),
    nudgedAt: instant(),
    rest: integer().notNull().default(0),
    /** A look went wrong: its deadline is not watched over until a person has it tried again. */
    stuckWhy: jsonb().$type<Text>(),
    stuckAt: instant(),
    offsetMs: wholeNumber().notNull().default(0),
    test: boolean().notNull().default(false),
    createdAt: bornAt(),
  },
  (table) => [
    index('handoff_owner').on(table.ownerId, table.state, table.dueAt),
    index('handoff_state').on(table.state, table.dueAt, table.id),
    index('handoff_owner_closed').on(table.ownerId, table.state, table.closedAt, table.id),
    index('handoff_owner_work').on(table.ownerId, table.state, table.workAt, table.id),
    index('handoff_work').on(table.state, table.workAt, table.id),
    index('handoff_closed').on(table.state, table.closedAt, table.id),
    // Few of what is done was late: who looks for those would walk through all the others.
    index('handoff_closed_late')
      .on(table.state, table.closedAt, table.id)
      .where(
        sql`coalesce(${table.acceptedAt}, case when ${table.state} <> 'withdrawn' then ${table.closedAt} end) > ${table.dueAt}`,
      ),
    // What came of them since a month began.
    index('handoff_met').on(table.state, table.metAt, table.id).where(sql`${table.metAt} is not null`),
    // Why they were rejected or lost: counted, and listed reason by reason.
    index('handoff_reason')
      .on(table.state, table.closeReason, table.closedAt, table.id)
      .where(sql`${table.state} in ('rejected', 'lost')`),
    index('handoff_lead').on(table.leadId, table.id),
    uniqueIndex('handoff_visit').on(table.enrollmentId, table.node, table.visit),
    index('handoff_waiting').on(table.journeyId, table.node).where(sql`${table.state} = 'open'`),
    index('handoff_look').on(table.lookAt).where(sql`${table.lookAt} is not null`),
  ],
);

/** The log of conversations, seen by both sides. */
export const handoffEntry = pgTable(
  'handoff_entry',
  {
    id: newId<'handoff-entry'>(),
    handoffId: idOf<'handoff'>()
      .notNull()
      .references(() => handoff.id),
    userId: idOf<'user'>(),
    kind: text()
      .$type<
        | 'created'
        | 'assigned'
        | 'given-back'
        | 'reminded'
        | 'overdue'
        | 'accepted'
        | 'rejected'
        | 'absent'
        | 'reached'
        | 'met'
        | 'opportunity'
        | 'won'
        | 'lost'
        | 'withdrawn'
        | 'note'
        | 'contact-set'
        | 'contact-dropped'
        | 'undone'
      >()
      .notNull(),
    detail: jsonb().$type<Readonly<Record<string, string>>>().notNull().default({}),
    at: bornAt(),
  },
  (table) => [
    index('handoff_entry_handoff').on(table.handoffId, table.id),
    // What one person did on a day.
    index('handoff_entry_user').on(table.userId, table.at),
    // What was given on from one person, the latest first.
    index('handoff_entry_from')
      .on(sql`(${table.detail} ->> 'from')`, table.at, table.id)
      .where(sql`${table.kind} = 'assigned'`),
  ],
);

export type HandoffRow = typeof handoff.$inferSelect;
