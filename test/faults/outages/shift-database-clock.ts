import type { Milliseconds } from '@sodate/journey/time/instant';
import postgres from 'postgres';

/** Sets the clock of one database by so much, at once and for whoever is connected. */
export type ShiftClock = (byMs: Milliseconds) => Promise<void>;

/**
 * Puts a clock that can be set before PostgreSQL's own: `clock_timestamp()` is found by the search path, and a schema of
 * the test's own comes first in it. Ends all sessions, since a session keeps its path.
 */
export async function makeClockShiftable({ url }: { url: string }): Promise<ShiftClock> {
  const name = new URL(url).pathname.slice(1);
  await run({
    url,
    statements: `
      create schema clock;
      create table clock.shift (by_ms bigint not null);
      insert into clock.shift values (0);
      create function clock.clock_timestamp() returns timestamptz language sql volatile as
        $$ select pg_catalog.clock_timestamp() + by_ms * interval '1 millisecond' from clock.shift $$;
      alter database ${name} set search_path = clock, pg_catalog, public;
      select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid();`,
  });
  return (byMs) => run({ url, statements: `update clock.shift set by_ms = ${Math.round(byMs)}` });
}

async function run({ url, statements }: { url: string; statements: string }): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client.unsafe(statements).simple();
  } finally {
    await client.end();
  }
}
