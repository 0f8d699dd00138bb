import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { expect, it } from 'vitest';
import { waitOf } from './wait-of.ts';

const { described } = loadNodeTypes({ custom: { definitions: [], broken: [] } });

function waitIn(type: string, config: Parameters<typeof waitOf>[0]['config']) {
  const found = described.find((one) => one.type === type);
  if (found === undefined) throw new Error(`no type ${type}`);
  return waitOf({ described: found, config });
}

it('reads what a wait is measured by, however far it is filled in', () => {
  const moment = { time: '09:00', weekdays: [1, 2], skipClosed: true };
  expect(waitIn('wait', { duration: { amount: 3, unit: 'days' }, moment, calendar: 'c', zone: 'lead' })).toEqual({
    duration: { amount: 3, unit: 'days' },
    moment,
    calendar: 'c',
    byLead: true,
  });
  expect(waitIn('wait', { duration: { unit: 'days' }, moment: { ...moment, time: '' }, zone: 'journey' })).toBe(
    undefined,
  );
  expect(waitIn('wait', { duration: { amount: 1, unit: 'fortnights' }, moment: { time: '10:00' } })).toEqual({
    moment: { time: '10:00', weekdays: [], skipClosed: false },
    byLead: false,
  });
});

it('finds no wait in settings that hold a length for something else', () => {
  expect(waitIn('hand-off', { sla: { amount: 4, unit: 'business-hours' } })).toBe(undefined);
});

it('finds none where a type asks for two of a kind, and does not guess which is waited', () => {
  const wait = described.find(({ type }) => type === 'wait');
  const field = wait?.fields.find(({ hint }) => hint.kind === 'duration');
  if (wait === undefined || field === undefined) throw new Error('no length to wait');
  const config = { duration: { amount: 3, unit: 'days' }, retryAfter: { amount: 1, unit: 'hours' } };
  expect(waitOf({ described: wait, config })).toMatchObject({ duration: { amount: 3 } });
  const twice = { ...wait, fields: [...wait.fields, { ...field, key: 'retryAfter' }] };
  expect(waitOf({ described: twice, config })).toBe(undefined);
});
