import { randomUUID } from 'node:crypto';
import { connect, type Database, type Pool } from '@sodate/database/connect';
import { asInstant, type Instant, type Milliseconds } from '@sodate/journey/time/instant';
import { type Actor, type Clock, type Context, systemClock } from '@sodate/services/context';
import { realTimings } from '@sodate/services/timings';
import postgres from 'postgres';
import { templateDatabase } from './template-database.ts';

export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
  /** Closes the pool and removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/** A migrated, empty database of the test's own. Takes some 50 ms: make one per file, or one per test. */
export async function createTestDatabase({
  size = 5,
  maintenanceUrl,
}: {
  size?: number;
  /** Left out: the server that the test run started. */
  maintenanceUrl?: string;
} = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const server = maintenanceUrl ?? (await import('vitest')).inject('databaseUrl');
  await runOnce({ url: server, statement: `create database ${name} template ${templateDatabase}` });
  const url = server.replace(/postgres$/, name);
  const pool = connect({ url, size, name: 'test' });
  const drop = async () => {
    await pool.close();
    await runOnce({ url: server, statement: `drop database if exists ${name} with (force)` });
  };
  return { url, pool, drop };
}

async function runOnce({ url, statement }: { url: string; statement: string }): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client.unsafe(statement);
  } finally {
    await client.end();
  }
}

/** What a verb needs, for tests: the system as actor, real time and spans, no node types and a silent log unless given. */
export function testContext({ database, ...given }: { database: Database } & Partial<Context>): Context {
  return {
    actor: { kind: 'system' },
    clock: systemClock,
    timings: realTimings,
    nodeTypes: { catalog: new Map(), effects: new Map(), described: [], broken: [], doubtful: [] },
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    publicUrl: 'http://sodate.test',
    ...given,
    database,
  };
}

/** A clock that stands still until it is moved. */
export function testClock(start: Instant): Clock & { advance(span: Milliseconds): void } {
  let now = start;
  return {
    now: () => now,
    advance: (span) => {
      now = asInstant(now + span);
    },
  };
}

/** A person as actor, by role. */
export function testUser(user: Omit<Extract<Actor, { kind: 'user' }>, 'kind' | 'language'>): Actor {
  return { kind: 'user', language: 'ja', ...user };
}
