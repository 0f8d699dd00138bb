import type { Id } from '@sodate/journey/id';
import type { OpenHours, Weekday } from '@sodate/journey/time/wait-spec';
import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bornAt, idOf, instant, newId } from '../columns.ts';
import { user } from './user.ts';

export interface Sender {
  readonly name: string;
  readonly email: string;
  /** Postal address and contact shown in each marketing mail, as the Specified Electronic Mail Act asks. */
  readonly postalAddress: string;
}

/** Hours in which no marketing mail is sent, in the lead's zone: "21:00" to "08:00". */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** One row: one organisation per database. */
export const organisation = pgTable('organisation', {
  only: integer().primaryKey().default(1),
  name: text().notNull(),
  language: text().$type<'ja' | 'en'>().notNull().default('ja'),
  zone: text().notNull().default('Asia/Tokyo'),
  sender: jsonb().$type<Sender>().notNull(),
  quietHours: jsonb().$type<QuietHours>(),
  /** Mails per lead in seven days, over all journeys; null: no cap. */
  mailsPerWeek: integer(),
  /** Addresses ("a@b.example") and domains ("b.example") of test leads. */
  testAddresses: text().array().notNull().default([]),
  createdAt: bornAt(),
});

/** Random values made once: "tracking-1", "sign-in". Never logged. */
export const secret = pgTable('secret', { name: text().primaryKey(), value: text().notNull(), createdAt: bornAt() });

export const calendar = pgTable('calendar', {
  id: newId<'calendar'>(),
  name: text().notNull(),
  zone: text().notNull(),
  hours: jsonb().$type<Readonly<Record<Weekday, OpenHours>>>().notNull(),
  holidays: text().$type<'jp' | 'none'>().notNull(),
  closedDates: jsonb().$type<readonly string[]>().notNull().default([]),
  openDates: jsonb().$type<Readonly<Record<string, OpenHours>>>().notNull().default({}),
  isDefault: boolean().notNull().default(false),
  createdAt: bornAt(),
});

export const team = pgTable('team', {
  id: newId<'team'>(),
  name: text().notNull(),
  /** Position of the member whose turn was last. */
  lastTurn: integer().notNull().default(-1),
  createdAt: bornAt(),
});

export const teamMember = pgTable(
  'team_member',
  {
    teamId: idOf<'team'>()
      .notNull()
      .references(() => team.id, { onDelete: 'cascade' }),
    userId: idOf<'user'>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.userId] }), index('team_member_user').on(table.userId)],
);

/** A key that sites and servers write events with. Browser keys are public and fill empty fields only. */
export const writeKey = pgTable(
  'write_key',
  {
    id: newId<'write-key'>(),
    key: text().notNull(),
    name: text().notNull(),
    kind: text().$type<'browser' | 'server'>().notNull(),
    /** Hosts a browser may write from; empty: any. */
    domains: text().array().notNull().default([]),
    revokedAt: instant(),
    /** Of the last request that was taken, to a minute. */
    lastUsedAt: instant(),
    createdAt: bornAt(),
  },
  (table) => [uniqueIndex('write_key_key').on(table.key)],
);

/** Sites that were turned away, since a key is not good for them; the last few of each key. */
export const refusedOrigin = pgTable(
  'refused_origin',
  {
    writeKeyId: idOf<'write-key'>()
      .notNull()
      .references(() => writeKey.id, { onDelete: 'cascade' }),
    /** The browser's Origin header: "https://www.aoba.example". */
    origin: text().notNull(),
    lastAt: bornAt(),
  },
  (table) => [primaryKey({ columns: [table.writeKeyId, table.origin] })],
);

/** What robots sent with a key and was left out, a day in the organisation's zone: one row however many there were. */
export const robotDay = pgTable(
  'robot_day',
  {
    writeKeyId: idOf<'write-key'>()
      .notNull()
      .references(() => writeKey.id, { onDelete: 'cascade' }),
    day: date().notNull(),
    count: integer().notNull(),
    /** What the last one called itself. */
    userAgent: text().notNull(),
    lastAt: bornAt(),
  },
  (table) => [primaryKey({ columns: [table.day, table.writeKeyId] })],
);

/** Who changed what, apart from drafts (their commands are their own trail). */
export const audit = pgTable(
  'audit',
  {
    id: newId<'audit'>(),
    at: bornAt(),
    /** Null: the system itself. */
    userId: idOf<'user'>(),
    action: text().notNull(),
    subject: text().notNull(),
    subjectId: text().notNull(),
    detail: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  },
  (table) => [index('audit_subject').on(table.subject, table.subjectId, table.id), index('audit_at').on(table.at)],
);

/** A line in a person's list of notices. */
export const notice = pgTable(
  'notice',
  {
    id: newId<'notice'>(),
    userId: idOf<'user'>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    kind: text()
      .$type<
        | 'handoff-assigned'
        | 'handoff-due-soon'
        | 'handoff-overdue'
        | 'handoff-escalated'
        | 'handoff-taken'
        | 'handoff-restored'
        | 'handoff-unassigned'
        | 'handoff-given-back'
        | 'handoff-contact-due'
        | 'handoff-noted'
        | 'draft-waits'
        | 'publish-asked'
        | 'publish-done'
        | 'deactivation-asked'
        | 'deactivation-done'
        | 'comment-added'
        | 'lead-hot'
        | 'lead-stuck'
      >()
      .notNull(),
    /** What the words need: names, times. Worded by the editor in the reader's language. */
    detail: jsonb().$type<Readonly<Record<string, string | number>>>().notNull(),
    href: text().notNull(),
    readAt: instant(),
    at: bornAt(),
  },
  (table) => [
    index('notice_user').on(table.userId, table.id),
    index('notice_lead').on(sql`(${table.detail} ->> 'lead')`),
    // Few among all notices: which journeys somebody asked to have published, the latest of each.
    index('notice_publish_asked').on(table.href, table.id.desc()).where(sql`${table.kind} = 'publish-asked'`),
  ],
);

export type OrganisationRow = typeof organisation.$inferSelect;
export type CalendarRow = typeof calendar.$inferSelect;
export type NoticeId = Id<'notice'>;
