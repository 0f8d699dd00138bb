import { parseInstant } from '@sodate/journey/time/instant';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testClock, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { readVisitedSites } from './read-visited-sites.ts';
import { receiveEvents } from './receive-events.ts';

let test: TestDatabase;
let context: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  const clock = testClock(parseInstant('2026-11-19T13:00:00Z'));
  context = { ...testContext({ database: test.pool.database, clock }), publicUrl: 'http://localhost:4280' };
});

afterAll(() => test.drop());

it('tells visits of the demo site from those of one’s own, also on the same host', async () => {
  const urls = [
    'http://localhost:4280/demo/price',
    'http://127.0.0.1:4280/demo',
    'http://localhost:4280/demonstration',
  ];
  const events = [...urls, 'https://www.aoba.example/demo'].map((url, index) => ({
    type: 'page',
    anonymousId: `a-${index}`,
    properties: { url },
  }));
  await receiveEvents({ context, events, writeKey: { kind: 'browser' }, request: {} });
  const sites = await readVisitedSites({ context });
  expect(sites.map(({ host, demo }) => `${host} ${demo}`).toSorted()).toEqual([
    '127.0.0.1:4280 true',
    'localhost:4280 false',
    'localhost:4280 true',
    'www.aoba.example false',
  ]);
});
