import { expect, it } from 'vitest';
import type { EventName, LeadEvent } from '../event/event.ts';
import { sameText } from '../text.ts';
import { asInstant, parseInstant } from '../time/instant.ts';
import { evaluateScore, pointsGivenRule } from './evaluate-score.ts';
import type { ScoreRule, ScoreRules } from './score-rule.ts';

const now = parseInstant('2026-11-24T10:00+09:00');
const dayMs = 86_400_000;

function eventOf({ name, daysAgo, ...rest }: { name: EventName; daysAgo: number } & Partial<LeadEvent>): LeadEvent {
  const at = asInstant(now - daysAgo * dayMs);
  return { id: 1, name, storedAt: at, occurredAt: at, properties: {}, ...rest };
}

const price: ScoreRule = {
  id: 'price',
  title: sameText('Price'),
  points: 10,
  category: 'interest',
  when: { kind: 'event', pattern: { kind: 'page', url: { match: 'exact', value: '/price' } }, limit: 3 },
};
const form: ScoreRule = {
  id: 'form',
  title: sameText('Form'),
  points: 25,
  when: { kind: 'event', pattern: { kind: 'form' } },
};
const large: ScoreRule = {
  id: 'large',
  title: sameText('Large'),
  points: 20,
  category: 'fit',
  when: { kind: 'attribute', of: 'company', attribute: 'employees', compare: { is: 'at-least', value: 1_000 } },
};
const student: ScoreRule = {
  id: 'student',
  title: sameText('Student'),
  points: -50,
  when: { kind: 'attribute', of: 'lead', attribute: 'title', compare: { is: 'equal', value: '学生' } },
};
const rules: ScoreRules = { revision: 1, windowDays: 14, hotAt: 60, rules: [price, form, large, student] };
const nobody = { lead: {}, company: {} };
const view = (daysAgo: number) => eventOf({ name: 'page-viewed', url: 'https://a.test/price', daysAgo });

const score = (given: Partial<Parameters<typeof evaluateScore>[0]>) =>
  evaluateScore({ rules, events: [], attributes: nobody, now, ...given });

it('gives points for each event in the window, up to the limit of its rule', () => {
  expect(score({ events: [view(1), view(2)] }).total).toBe(20);
  expect(score({ events: [view(1), view(2), view(3), view(4), view(5)] }).total).toBe(30);
  expect(score({ events: [view(14)] }).total).toBe(10);
  expect(score({ events: [view(14.001)] }).total).toBe(0);
});

it('gives points once for an attribute that holds, and takes some away', () => {
  expect(score({ attributes: { lead: {}, company: { employees: 5_000 } } }).total).toBe(20);
  expect(score({ attributes: { lead: { title: '学生' }, company: { employees: 5_000 } } }).total).toBe(-30);
});

it('counts points that people and journeys gave, as long as they are in the window', () => {
  const gift = eventOf({ name: 'points-given', points: 7, daysAgo: 3 });
  expect(score({ events: [gift, { ...gift, points: -2 }] }).total).toBe(5);
  expect(score({ events: [eventOf({ name: 'points-given', points: 7, daysAgo: 30 })] }).total).toBe(0);
});

it('tells why, the largest first; the lines sum to the total', () => {
  const gift = eventOf({ name: 'points-given', points: 7, daysAgo: 3 });
  const { total, reasons } = score({ events: [view(1), gift, eventOf({ name: 'form-submitted', daysAgo: 0 })] });
  expect(reasons.map(({ rule, times, points }) => ({ rule, times, points }))).toEqual([
    { rule: 'form', times: 1, points: 25 },
    { rule: 'price', times: 1, points: 10 },
    { rule: pointsGivenRule, times: 1, points: 7 },
  ]);
  expect(total).toBe(42);
});

it('counts one category alone where asked', () => {
  const gift = eventOf({ name: 'points-given', points: 7, category: 'fit', daysAgo: 3 });
  const given = { events: [view(1), gift], attributes: { lead: {}, company: { employees: 5_000 } } };
  expect(score({ ...given, category: 'fit' }).total).toBe(27);
  expect(score({ ...given, category: 'interest' }).total).toBe(10);
  expect(score(given).total).toBe(37);
});
