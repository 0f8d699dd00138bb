import type { Id } from '@sodate/journey/id';
import { asInstant, type Instant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import { customType, uuid } from 'drizzle-orm/pg-core';

/** `timestamptz(3)` read and written as an `Instant`: whole milliseconds, so that SQL and JavaScript compare alike. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  toDriver: (value) => new Date(value).toISOString(),
  fromDriver: (value) => asInstant(Date.parse(String(value))),
});

/** A bigint that stays far below 2^53: event ids, sequence numbers. */
export const wholeNumber = customType<{ data: number; driverData: string | number }>({
  dataType: () => 'bigint',
  fromDriver: Number,
});

/** A UUID of one kind of thing. */
export function idOf<Kind extends string>() {
  return uuid().$type<Id<Kind>>();
}

/** The primary key of a table whose rows get a UUID v7 from PostgreSQL. */
export function newId<Kind extends string>() {
  return uuid().$type<Id<Kind>>().primaryKey().default(sql`uuidv7()`);
}

/** Now, in whole milliseconds, never rounded up. */
export const rightNow = sql<Instant>`date_trunc('milliseconds', clock_timestamp())`;

/** A column filled with the moment of insertion. */
export function bornAt() {
  return instant().notNull().default(rightNow);
}
