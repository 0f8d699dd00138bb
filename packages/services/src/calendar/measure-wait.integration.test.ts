import { asId } from '@sodate/journey/id';
import { parseInstant } from '@sodate/journey/time/instant';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testClock, testContext } from '../../../../test/database.ts';
import { measureWait, measureWaitInput } from './measure-wait.ts';
import { saveCalendar } from './save-calendar.ts';

let test: TestDatabase;
let calendar: string;

beforeAll(async () => {
  test = await createTestDatabase();
  const day = [['09:00', '18:00']] as [string, string][];
  const hours = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] };
  const input = { name: '本社', zone: 'Asia/Tokyo', hours, holidays: 'jp' as const, closedDates: [], openDates: {} };
  const context = testContext({ database: test.pool.database });
  ({ id: calendar } = await saveCalendar({ context, input }));
});

afterAll(() => test.drop());

/** From Friday 20 November 2026, 16:00 in Tokyo; Monday 23 is a holiday. */
async function untilOf({ spec, zone = 'Asia/Tokyo' }: { spec: object; zone?: string }): Promise<string | undefined> {
  const clock = testClock(parseInstant('2026-11-20T07:00:00Z'));
  const context = testContext({ database: test.pool.database, clock });
  const { until } = await measureWait({ context, input: measureWaitInput.parse({ spec, zone }) });
  return until === undefined ? undefined : new Date(until).toISOString();
}

const duration = { amount: 3, unit: 'days' };
const moment = { time: '09:00', weekdays: [1, 2, 3, 4, 5], skipClosed: true };

it('counts a length and the moment after it, past weekend and holiday', async () => {
  expect(await untilOf({ spec: { duration, moment, calendar } })).toBe('2026-11-24T00:00:00.000Z');
  expect(await untilOf({ spec: { duration } })).toBe('2026-11-23T07:00:00.000Z');
  expect(await untilOf({ spec: { moment: { ...moment, skipClosed: false } }, zone: 'Europe/Paris' })).toBe(
    '2026-11-20T08:00:00.000Z',
  );
});

it('tells no time where there is none', async () => {
  const gone = asId<'calendar'>('00000000-0000-4000-8000-000000000000');
  expect(await untilOf({ spec: { duration, moment } })).toBe(undefined);
  expect(await untilOf({ spec: { duration, moment, calendar: gone } })).toBe(undefined);
  expect(await untilOf({ spec: { duration }, zone: 'Mars/Olympus' })).toBe(undefined);
  expect(await untilOf({ spec: {} })).toBe(undefined);
});
