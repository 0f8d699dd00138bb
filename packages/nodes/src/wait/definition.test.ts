import { expect, it } from 'vitest';
import { tryNode } from '../kit/try-node.ts';

const type = 'wait';
const surroundings = { calendars: [{ id: 'office', name: '本社' }] };
const moment = { time: '09:00', weekdays: [1, 2, 3, 4, 5], skipClosed: true };

it('waits for a time and then until a time of day', () => {
  const config = { duration: { amount: 3, unit: 'days' }, moment, calendar: 'office', zone: 'lead' };
  const { problems, summary, compile } = tryNode({ type, config, surroundings });
  expect(problems).toEqual([]);
  expect(summary).toEqual({
    ja: '3日後、次の営業日 9:00・相手の時刻',
    en: '3 days, then 9:00 on a business day, lead’s time',
  });
  expect(compile().ops).toMatchObject([
    { kind: 'wait', id: 'n_tried', spec: config, next: { done: 'n_done' }, calendars: ['office'], leadZone: true },
  ]);
});

it('asks for a calendar only where open time counts', () => {
  const business = { duration: { amount: 2, unit: 'business-days' }, zone: 'journey' };
  expect(tryNode({ type, config: business, surroundings }).problems).toMatchObject([{ path: ['calendar'] }]);
  expect(tryNode({ type, config: { moment, zone: 'journey' }, surroundings }).problems).toMatchObject([
    { path: ['calendar'] },
  ]);
  expect(tryNode({ type, config: { duration: { amount: 2, unit: 'days' } }, surroundings }).problems).toEqual([]);
});

it('drops a calendar that does not count any more', () => {
  const config = { duration: { amount: 2, unit: 'days' }, calendar: 'gone', zone: 'journey' };
  const { problems, compile } = tryNode({ type, config, surroundings });
  expect(problems).toEqual([]);
  expect(compile().ops[0]).toMatchObject({ calendars: [] });
});

it('asks what to wait for, and for amounts that can be waited', () => {
  expect(tryNode({ type, config: {} }).problems).toMatchObject([{ message: { en: 'Nothing to wait for' } }]);
  const { problems } = tryNode({ type, config: { duration: { amount: 0, unit: 'days' } } });
  expect(problems).toMatchObject([{ path: ['duration'], mend: { ja: '「待つ長さ」は1以上にしてください。' } }]);
});
