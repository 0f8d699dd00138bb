import { asId } from '@sodate/journey/id';
import { parseInstant } from '@sodate/journey/time/instant';
import { isOpenAt } from '@sodate/journey/time/open-time';
import type { Calendar } from '@sodate/journey/time/wait-spec';
import { describe, expect, it } from 'vitest';
import { officeHours } from '../calendar/ensure-default-calendar.ts';
import { dateHandoff } from './date-handoff.ts';
import { plannedHandoffs } from './planned-handoffs.ts';

const calendar: Calendar = {
  id: asId<'calendar'>('office'),
  zone: 'Asia/Tokyo',
  hours: officeHours,
  closedDates: ['2026-11-23'],
  openDates: {},
};

// Tuesday 24 November 2026, 10:00 in Tokyo; the Monday before is a holiday.
const now = parseInstant('2026-11-24T01:00:00Z');

describe('a planned hand-off', () => {
  it('is put into open hours, over a long weekend, with what its timer did', () => {
    const dated = dateHandoff({ plan: { ago: 6, rep: 0, steps: [] }, calendar, now });
    expect(dated.createdAt).toBe(parseInstant('2026-11-20T04:00:00Z'));
    expect(dated.dueAt).toBe(parseInstant('2026-11-20T08:00:00Z'));
    expect(dated.steps.map(({ kind }) => kind)).toEqual(['created', 'reminded', 'overdue']);
  });

  it('is reminded of and overdue only until somebody answers', () => {
    const kinds = (after: number) =>
      dateHandoff({ plan: { ago: 9, rep: 0, steps: [{ kind: 'accepted', after }] }, calendar, now }).steps.map(
        ({ kind }) => kind,
      );
    expect(kinds(2)).toEqual(['created', 'accepted']);
    expect(kinds(3.5)).toEqual(['created', 'reminded', 'accepted']);
    expect(kinds(5)).toEqual(['created', 'reminded', 'overdue', 'accepted']);
  });

  it('has all its steps in the past and in open hours, whenever the seed is run', () => {
    for (const at of ['2026-11-24T01:00:00Z', '2026-11-22T15:00:00Z', '2026-11-20T09:00:00Z']) {
      for (const plan of plannedHandoffs) {
        const { createdAt, steps } = dateHandoff({ plan, calendar, now: parseInstant(at) });
        expect(isOpenAt({ calendar, at: createdAt })).toBe(true);
        expect(steps.filter(({ kind }) => !['created', 'reminded', 'overdue'].includes(kind))).toHaveLength(
          plan.steps.length,
        );
        expect(Math.max(...steps.map((step) => step.at))).toBeLessThanOrEqual(parseInstant(at));
      }
    }
  });
});
