import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
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

/** Passes bytes on to the server at the port, until they are torn: both ends see a reset. */
async function openWire(to: number): Promise<{ port: number; tear(): void; close(): Promise<void> }> {
  const ends = new Set<Socket>();
  const listener = createServer((near) => {
    const far = createConnection(to, '127.0.0.1');
    for (const end of [near, far]) ends.add(end.on('error', () => {}));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const tear = () => {
    for (const end of ends) end.resetAndDestroy();
    ends.clear();
  };
  const { port } = listener.address() as AddressInfo;
  return { port, tear, close: () => new Promise((resolve) => listener.close(() => resolve())) };
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

it('settles what is asked while a connection breaks, and gives each later question its own answer', async () => {
  const wire = await openWire(Number(new URL(server.url).port));
  const url = new URL(server.url);
  url.port = String(wire.port);
  const single = connect({ url: url.href, size: 1, name: 'single' });
  const ask = (value: number) => single.sql`select ${value}::int as value`.then(([row]) => row?.value);
  expect(await ask(1)).toBe(1);
  const slow = single.sql`select pg_sleep(2)`.execute();
  wire.tear();
  // The driver knows by now that the connection broke, but not yet that it is closed.
  const meanwhile = slow.catch(() =>
    ask(2).then(
      (value) => value,
      () => 'refused',
    ),
  );
  expect([2, 'refused']).toContain(await meanwhile);
  expect([await ask(3), await ask(4), await ask(5)]).toEqual([3, 4, 5]);
  await single.close();
  await wire.close();
});

it('outlives a fault of the first question that the driver asks on a new connection', async () => {
  // The types that it wants to know take longer than that.
  const hasty = connect({ url: server.url, size: 1, name: 'hasty', statementTimeoutMs: 1 });
  await hasty.database.execute(sql`select 1`).catch(() => {});
  await hasty.close();
  await askAll();
});
