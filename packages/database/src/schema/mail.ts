import type { Id, NodeId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bornAt, idOf, instant, newId } from '../columns.ts';
import { journey } from './journey.ts';
import { lead } from './lead.ts';

/** reply: what the lead asked for. marketing: needs consent and carries an unsubscribe link. */
export type MailKind = 'reply' | 'marketing';

/** A link that leads nowhere, as written: its page is gone, or nobody has the name of its host. */
export interface BrokenLink {
  readonly address: string;
  readonly fault: 'gone' | 'no-host';
  /** The address of the page that was meant, where one that visitors have seen is a slip or two away. */
  readonly meant?: string;
}

export interface LinkReport {
  /** `mail.words` as they were. */
  readonly words: string;
  readonly broken: readonly BrokenLink[];
}

/** What a marketer writes; edited freely. */
export const mail = pgTable(
  'mail',
  {
    id: newId<'mail'>(),
    name: text().notNull(),
    kind: text().$type<MailKind>().notNull().default('marketing'),
    topic: text().notNull().default('marketing'),
    subject: text().notNull().default(''),
    preview: text().notNull().default(''),
    /** MJML with Liquid. */
    body: text().notNull(),
    /** A digest of all that a lead may read or that decides who gets it: the name is not in it. Kept by the database. */
    words: text()
      .notNull()
      .generatedAlwaysAs(
        sql`md5(kind || chr(31) || topic || chr(31) || subject || chr(31) || preview || chr(31) || body)`,
      ),
    /** Compiles without errors; judged at each save. */
    ready: boolean().notNull().default(false),
    /** What came of asking for the pages that it links to; null: never asked. Kept as long as `words` stay what they were. */
    linkReport: jsonb().$type<LinkReport>(),
    revision: integer().notNull().default(0),
    archivedAt: instant(),
    createdAt: bornAt(),
    updatedAt: bornAt(),
  },
  (table) => [index('mail_updated').on(table.updatedAt, table.id)],
);

export interface CompiledLink {
  /** Its number in the mail, from 0. */
  readonly number: number;
  /** The target as written; with Liquid in it, rendered at send. */
  readonly target: string;
}

/** Pinned by a published journey; immutable. Same content, same row. */
export const mailVersion = pgTable(
  'mail_version',
  {
    id: newId<'mail-version'>(),
    mailId: idOf<'mail'>()
      .notNull()
      .references(() => mail.id),
    hash: text().notNull(),
    /** `mail.words` as it was; null: pinned before this was kept, and the mail was saved since. */
    words: text(),
    kind: text().$type<MailKind>().notNull(),
    topic: text().notNull(),
    subject: text().notNull(),
    preview: text().notNull(),
    /** MJML with Liquid, as it was written; null: pinned before this was kept, and the mail was saved since. */
    body: text(),
    /** HTML with Liquid, compiled from MJML; links stand as `sodate-link:N`. */
    html: text().notNull(),
    text: text().notNull(),
    links: jsonb().$type<readonly CompiledLink[]>().notNull(),
    createdAt: bornAt(),
  },
  (table) => [uniqueIndex('mail_version_hash').on(table.mailId, table.hash)],
);

/** Which journeys name which mails: in the draft, in the live version, or in both. Kept when either is written. */
export const mailUse = pgTable(
  'mail_use',
  {
    journeyId: idOf<'journey'>()
      .notNull()
      .references(() => journey.id, { onDelete: 'cascade' }),
    mailId: idOf<'mail'>()
      .notNull()
      .references(() => mail.id),
    inDraft: boolean().notNull().default(false),
    inLive: boolean().notNull().default(false),
    /** What the live version sends of it; null where it only asks about the mail. */
    sends: idOf<'mail-version'>(),
  },
  (table) => [
    primaryKey({ columns: [table.journeyId, table.mailId] }),
    index('mail_use_mail').on(table.mailId, table.journeyId),
  ],
);

export interface MailSender {
  readonly name: string;
  readonly email: string;
}

/** One mail to one lead. Its id stands in tracking tokens. Written at the claim, before the send. */
export const sentMail = pgTable(
  'sent_mail',
  {
    id: newId<'sent-mail'>(),
    effectKey: text().notNull(),
    leadId: idOf<'lead'>()
      .notNull()
      .references(() => lead.id),
    mailId: idOf<'mail'>().notNull(),
    mailVersionId: idOf<'mail-version'>().notNull(),
    journeyId: idOf<'journey'>(),
    enrollmentId: idOf<'enrollment'>(),
    node: text(),
    visit: integer(),
    address: text(),
    /** Who it came from; null for mails that were sent before this was kept. */
    sender: jsonb().$type<MailSender>(),
    /** As rendered; emptied on erasure. */
    subject: text().notNull(),
    html: text(),
    links: jsonb().$type<readonly CompiledLink[]>().notNull().default([]),
    sentAt: instant(),
    /** Counted in `mail_rollup` as opened, as clicked. */
    openedCountedAt: instant(),
    clickedCountedAt: instant(),
    createdAt: bornAt(),
  },
  (table) => [
    uniqueIndex('sent_mail_effect').on(table.effectKey),
    index('sent_mail_lead').on(table.leadId, table.id),
    index('sent_mail_mail').on(table.mailId, table.id),
    index('sent_mail_node').on(table.journeyId, table.node, table.id),
  ],
);

/** What came of a node's mails, each counted once however often it was opened: up to the mark in `progress`. */
export const mailRollup = pgTable(
  'mail_rollup',
  {
    journeyId: idOf<'journey'>().notNull(),
    node: text().$type<NodeId>().notNull(),
    test: boolean().notNull(),
    sent: integer().notNull(),
    opened: integer().notNull(),
    clicked: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.journeyId, table.node, table.test] })],
);

/** A single-use token that a click hands to the tracker, to tell whose browser it is. */
export const clickToken = pgTable(
  'click_token',
  {
    token: text().primaryKey(),
    leadId: idOf<'lead'>().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [index('click_token_expires').on(table.expiresAt)],
);

/** Inline tokens of one channel's rate, and its health, kept per worker. */
export const channelWorker = pgTable(
  'channel_worker',
  { worker: text().notNull(), seenAt: instant().notNull(), startedAt: bornAt() },
  (table) => [primaryKey({ columns: [table.worker] })],
);

export type MailRow = typeof mail.$inferSelect;
export type MailVersionRow = typeof mailVersion.$inferSelect;
export type SentMailRow = typeof sentMail.$inferSelect;
export type SentMailId = Id<'sent-mail'>;
