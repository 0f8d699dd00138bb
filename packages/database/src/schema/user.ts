import { boolean, date, index, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { idOf, newId } from '../columns.ts';

/** In ascending reach only roughly: what each may do is stated at every procedure. */
export const roles = ['admin', 'marketer', 'sales-manager', 'sales-rep', 'viewer'] as const;

export type Role = (typeof roles)[number];

const moment = () => timestamp({ withTimezone: true, mode: 'date' });

// The next four are better-auth's tables: its field names, our key types.
export const user = pgTable(
  'user',
  {
    id: newId<'user'>(),
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    role: text().$type<Role>().notNull().default('viewer'),
    banned: boolean().notNull().default(false),
    banReason: text(),
    banExpires: moment(),
    language: text().$type<'ja' | 'en'>().notNull().default('ja'),
    colourScheme: text().$type<'auto' | 'light' | 'dark'>().notNull().default('auto'),
    /** Left out of team turns while true. */
    absent: boolean().notNull().default(false),
    /** Also left out from one day to another, both included, in the organisation's zone: "2026-12-28". */
    absentFrom: date({ mode: 'string' }),
    absentUntil: date({ mode: 'string' }),
    preferences: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [uniqueIndex('user_email').on(table.email)],
);

export const session = pgTable(
  'session',
  {
    id: newId<'session'>(),
    userId: idOf<'user'>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    token: text().notNull(),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    impersonatedBy: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [uniqueIndex('session_token').on(table.token), index('session_user').on(table.userId)],
);

export const account = pgTable(
  'account',
  {
    id: newId<'account'>(),
    userId: idOf<'user'>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accountId: text().notNull(),
    providerId: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index('account_user').on(table.userId)],
);

export const verification = pgTable(
  'verification',
  {
    // better-auth writes ids of its own making here.
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);

export type UserRow = typeof user.$inferSelect;
