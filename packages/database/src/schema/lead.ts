import type { Json } from '@sodate/journey/json';
import type { ScoreRule } from '@sodate/journey/score/score-rule';
import type { Stage } from '@sodate/journey/stage';
import type { Text } from '@sodate/journey/text';
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bornAt, idOf, instant, newId, wholeNumber } from '../columns.ts';
import { leadSearchText } from '../lead-search.ts';
import { user } from './user.ts';

/** How a lead was won; written once, kept for ever. */
export interface FirstTouch {
  readonly at: string;
  readonly landingUrl?: string;
  readonly referrer?: string;
  readonly searchKeyword?: string;
  readonly campaign?: Readonly<Record<'source' | 'medium' | 'name' | 'term' | 'content', string | undefined>>;
}

export type Attributes = Readonly<Record<string, Json>>;

export const company = pgTable(
  'company',
  {
    id: newId<'company'>(),
    name: text().notNull(),
    /** The name without legal form, width and case folded: what duplicates share. */
    nameKey: text().notNull(),
    domain: text(),
    industry: text(),
    employees: integer(),
    region: text(),
    phone: text(),
    address: text(),
    attributes: jsonb().$type<Attributes>().notNull().default({}),
    createdAt: bornAt(),
    updatedAt: bornAt(),
  },
  (table) => [
    index('company_name_key').on(table.nameKey),
    index('company_domain').on(table.domain),
    index('company_name_search').using('gin', sql`${table.name} gin_trgm_ops`),
  ],
);

/** A change of a company that its leads have yet to hear of; gone once the batch has told them all. */
export const companyChange = pgTable('company_change', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  companyId: idOf<'company'>()
    .notNull()
    .references(() => company.id, { onDelete: 'cascade' }),
  /** The names of what changed. */
  attributes: jsonb().$type<readonly string[]>().notNull(),
  /** The lead in whose name it was changed: its event has been written. */
  except: idOf<'lead'>(),
  /** The last lead, by id, that has been told. */
  told: idOf<'lead'>(),
  at: bornAt(),
});

export const lead = pgTable(
  'lead',
  {
    id: newId<'lead'>(),
    companyId: idOf<'company'>().references(() => company.id),
    /** NFKC, lower case; unique. Null: not known, or erased. */
    email: text(),
    /** The id in the customer's own system; unique. */
    userId: text(),
    name: text().notNull().default(''),
    nameKana: text(),
    department: text(),
    title: text(),
    phone: text(),
    address: text(),
    region: text(),
    zone: text(),
    language: text().$type<'ja' | 'en'>(),
    attributes: jsonb().$type<Attributes>().notNull().default({}),
    stage: text().$type<Stage>().notNull().default('lead'),
    stageAt: bornAt(),
    ownerId: idOf<'user'>().references(() => user.id, { onDelete: 'set null' }),
    firstTouch: jsonb().$type<FirstTouch>(),
    test: boolean().notNull().default(false),
    bouncedAt: instant(),
    /** The id of the newest event; written under the lead's lock. */
    lastEventId: wholeNumber().notNull().default(0),
    lastSeenAt: instant(),
    /** The row that stays after a merge; this one is then only a pointer. */
    mergedInto: idOf<'lead'>(),
    deletedAt: instant(),
    erasedAt: instant(),
    createdAt: bornAt(),
    updatedAt: bornAt(),
  },
  (table) => [
    uniqueIndex('lead_email').on(table.email),
    uniqueIndex('lead_user_id').on(table.userId),
    index('lead_company').on(table.companyId),
    index('lead_owner').on(table.ownerId),
    index('lead_stage').on(table.stage, table.id),
    index('lead_created').on(table.createdAt, table.id),
    index('lead_last_active').on(sql`coalesce(${table.lastSeenAt}, ${table.createdAt})`, table.id),
    index('lead_search').using('gin', sql`${leadSearchText(table)} gin_trgm_ops`),
  ],
);

/** A browser, or the standing visitor row of a lead (`anonymousId` null). Events hang on visitors and never move. */
export const visitor = pgTable(
  'visitor',
  {
    id: newId<'visitor'>(),
    leadId: idOf<'lead'>().references(() => lead.id),
    anonymousId: text(),
    firstTouch: jsonb().$type<FirstTouch>(),
    createdAt: bornAt(),
    lastSeenAt: bornAt(),
  },
  (table) => [
    uniqueIndex('visitor_anonymous_id').on(table.anonymousId),
    index('visitor_lead').on(table.leadId),
    index('visitor_last_seen').on(table.lastSeenAt),
  ],
);

/** Own fields, typed. Built-in attributes are columns and need no row. */
export const attributeDefinition = pgTable(
  'attribute_definition',
  {
    of: text().$type<'lead' | 'company'>().notNull(),
    name: text().notNull(),
    title: jsonb().$type<Text>().notNull(),
    kind: text().$type<'text' | 'number' | 'boolean' | 'date'>().notNull(),
    options: jsonb().$type<readonly string[]>(),
    createdAt: bornAt(),
  },
  (table) => [primaryKey({ columns: [table.of, table.name] })],
);

/** Consent per topic ("marketing"): the newest row counts. */
export const consent = pgTable(
  'consent',
  {
    id: newId<'consent'>(),
    leadId: idOf<'lead'>()
      .notNull()
      .references(() => lead.id),
    topic: text().notNull(),
    given: boolean().notNull(),
    /** The words agreed to, and where. */
    wording: text().notNull(),
    source: text().notNull(),
    at: bornAt(),
  },
  (table) => [
    index('consent_lead').on(table.leadId, table.topic, table.id),
    // Who said so, where they are few.
    index('consent_topic').on(table.topic, table.given, table.leadId),
  ],
);

/** Addresses that get nothing, whoever they belong to. */
export const suppression = pgTable('suppression', {
  email: text().primaryKey(),
  reason: text().$type<'bounced' | 'complained' | 'by-hand' | 'erased'>().notNull(),
  at: bornAt(),
});

/** Every revision of the rules; the highest counts. */
export const scoreRuleSet = pgTable('score_rule_set', {
  revision: integer().primaryKey(),
  windowDays: integer().notNull(),
  hotAt: integer().notNull(),
  rules: jsonb().$type<readonly ScoreRule[]>().notNull(),
  userId: idOf<'user'>(),
  at: bornAt(),
});

/** A cache for lists and sorting only. */
export const leadScore = pgTable(
  'lead_score',
  {
    leadId: idOf<'lead'>()
      .primaryKey()
      .references(() => lead.id),
    score: integer().notNull(),
    /** When the next event leaves the window. */
    validUntil: instant(),
    rules: integer().notNull(),
  },
  (table) => [index('lead_score_order').on(table.score, table.leadId), index('lead_score_valid').on(table.validUntil)],
);

export type LeadRow = typeof lead.$inferSelect;
export type CompanyRow = typeof company.$inferSelect;
export type VisitorRow = typeof visitor.$inferSelect;
