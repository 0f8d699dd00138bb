import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { prepareOftenUsed } from './prepare-often-used.ts';
import * as schema from './schema.ts';

export type Schema = typeof schema;
/** A connection pool, or a transaction on one connection of it: verbs take either. */
export type Database = PostgresJsDatabase<Schema>;

export interface Pool {
  readonly database: Database;
  /** The driver itself: for COPY, LISTEN and bulk statements. */
  readonly sql: postgres.Sql;
  close(): Promise<void>;
}

/**
 * Opens a pool of at most `size` connections; connects on first use. Every session gets the engine's limits:
 * lock_timeout 2 s, statement_timeout `statementTimeoutMs` (3 s), idle_in_transaction_session_timeout 10 s.
 */
export function connect({
  url,
  size,
  name,
  statementTimeoutMs = 3_000,
}: {
  url: string;
  size: number;
  name: string;
  statementTimeoutMs?: number;
}): Pool {
  const sql = postgres(url, {
    max: size,
    connect_timeout: 10,
    backoff: secondsToPause,
    onnotice: () => {},
    connection: {
      application_name: name,
      TimeZone: 'UTC',
      lock_timeout: 2_000,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: 10_000,
    },
  });
  const database = drizzle({ client: prepareOftenUsed(sql), schema, casing: 'snake_case' });
  return { database, sql, close: () => sql.end({ timeout: 5 }) };
}

/**
 * The driver counts the failed tries of all connections together, and would pause up to 20 s after a few: a server that is
 * back is to be found within a second.
 */
function secondsToPause(tries: number): number {
  return Math.min(1, 0.05 * 2 ** tries);
}
