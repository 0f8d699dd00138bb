import { parseInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import { officeCalendar as calendar } from '../../../../test/hosts/office-calendar.ts';
import { measureLateness } from './measure-lateness.ts';

const minuteMs = 60_000;
const at = (text: string) => parseInstant(`${text}+09:00`);
/** A Friday. */
const dueAt = at('2026-11-20T17:30');
const row = { state: 'accepted', dueAt, acceptedAt: null, closedAt: null } as const;

it('is measured in open hours, over an open Saturday and a holiday', () => {
  const acceptedAt = at('2026-11-24T09:10');
  expect(measureLateness({ row: { ...row, acceptedAt }, calendar })).toBe((30 + 5 * 60 + 10) * minuteMs);
});

it('ends with the acceptance, or with the end where it was never accepted', () => {
  const [acceptedAt, closedAt] = [at('2026-11-20T17:45'), at('2026-11-20T17:50')];
  expect(measureLateness({ row: { ...row, acceptedAt, closedAt }, calendar })).toBe(15 * minuteMs);
  expect(measureLateness({ row: { ...row, state: 'rejected', closedAt }, calendar })).toBe(20 * minuteMs);
});

it('is plain time where the calendar is gone', () => {
  const acceptedAt = at('2026-11-20T18:30');
  expect(measureLateness({ row: { ...row, acceptedAt }, calendar: undefined })).toBe(60 * minuteMs);
});

it('is nothing in time, and something after it though no open hour passed', () => {
  expect(measureLateness({ row: { ...row, acceptedAt: dueAt }, calendar })).toBe(0);
  const closing = { ...row, dueAt: at('2026-11-20T18:00'), acceptedAt: at('2026-11-20T19:00') };
  expect(measureLateness({ row: closing, calendar })).toBe(1);
});

it('is not known without an answer: to be taken away is none', () => {
  expect(measureLateness({ row: { ...row, state: 'open' }, calendar })).toBeNull();
  const closedAt = at('2026-11-24T09:10');
  expect(measureLateness({ row: { ...row, state: 'withdrawn', closedAt }, calendar })).toBeNull();
});
