import { parseInstant } from '@sodate/journey/time/instant';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testClock, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { createWriteKey } from './create-write-key.ts';
import { forgetRobots, noteRobots } from './note-robots.ts';
import { readRobotsToday } from './read-robots-today.ts';

let test: TestDatabase;
let context: Context;
// Ten at night in Tokyo.
const clock = testClock(parseInstant('2026-11-19T13:00:00Z'));
const hourMs = 3_600_000;

beforeAll(async () => {
  test = await createTestDatabase();
  context = testContext({ database: test.pool.database, clock });
});

afterAll(() => test.drop());

async function newKey(name: string) {
  return await createWriteKey({ context, input: { name, kind: 'browser', domains: [] } });
}

it('counts what robots sent today by all keys, and names the last one', async () => {
  expect(await readRobotsToday({ context })).toEqual({ count: 0, last: null });
  const [one, other] = [await newKey('A'), await newKey('B')];
  await noteRobots({ context, key: one, robots: ['Googlebot/2.1', 'HeadlessChrome/153'] });
  clock.advance(hourMs);
  await noteRobots({ context, key: other, robots: ['UptimeRobot/2.0'] });
  await noteRobots({ context, key: one, robots: [] });
  const last = { at: clock.now(), userAgent: 'UptimeRobot/2.0' };
  expect(await readRobotsToday({ context })).toEqual({ count: 3, last });
  clock.advance(2 * hourMs);
  expect(await readRobotsToday({ context })).toEqual({ count: 0, last: null });
  expect(await forgetRobots({ context })).toBe(0);
  clock.advance(36 * 24 * hourMs);
  expect(await forgetRobots({ context })).toBe(2);
});
