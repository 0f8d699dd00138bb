import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedPostgres, launchPostgres } from '../../../test/launch-postgres.ts';
import { connect, type Pool } from './connect.ts';

const size = 4;

let server: LaunchedPostgres;
let pool: Pool;

beforeAll(async () => {
  server = await launchPostgres();
  pool = connect({ url: server.url, size, name: 'test' });
});

afterAll(async () => {
  await pool.close();
  await server.stop();
});

/** Every connection of the pool at once. */
function askAll(): Promise<unknown> {
  return Promise.all(Array.from({ length: size }, () => pool.database.execute(sql`select pg_sleep(0.2)`)));
}

/** The first answer on a connection may still tell of the old server's end. */
function answersAgain(): Promise<void> {
  return expect
    .poll(() =>
      askAll().then(
        () => 'answers',
        () => 'gone',
      ),
    )
    .toBe('answers');
}

it('refuses the next statement of a transaction whose server has died in between, and the process lives on', async () => {
  await askAll();
  const broken = pool.database.transaction(async (database) => {
    await database.execute(sql`select 1`);
    await server.kill();
    await expect
      .poll(() =>
        pool.database.execute(sql`select 1`).then(
          () => 'answers',
          () => 'gone',
        ),
      )
      .toBe('gone');
    await database.execute(sql`select 2`);
  });
  await expect(broken).rejects.toThrow();
  await server.restart();
  await answersAgain();
});

it('has all of its connections again, though the server died while statements were on their way', async () => {
  for (let round = 0; round < 3; round++) {
    const asked = Array.from({ length: 200 }, () => pool.database.execute(sql`select 1`));
    const settled = Promise.allSettled(asked);
    await server.kill();
    await settled;
    await server.restart();
    await answersAgain();
  }
});

it('finds a server soon after it is back, however often it was looked for in vain', async () => {
  await server.kill();
  for (let tries = 0; tries < 6; tries++) await expect(askAll()).rejects.toThrow();
  await server.restart();
  const back = performance.now();
  await answersAgain();
  expect(performance.now() - back).toBeLessThan(5_000);
});

it('outlives a fault of the first question that the driver asks on a new connection', async () => {
  // The types that it wants to know take longer than that.
  const hasty = connect({ url: server.url, size: 1, name: 'hasty', statementTimeoutMs: 1 });
  await hasty.database.execute(sql`select 1`).catch(() => {});
  await hasty.close();
  await askAll();
});
