import { describe, expect, it } from 'vitest';
import { officeCalendar } from '../../../../test/hosts/office-calendar.ts';
import type { EventName, LeadEvent } from '../event/event.ts';
import { asId } from '../id.ts';
import { asInstant, parseInstant } from '../time/instant.ts';
import type { Condition } from './condition.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import type { LeadFacts } from './lead-facts.ts';

const now = parseInstant('2026-11-24T10:00+09:00');
const dayMs = 86_400_000;
const daysAgo = (days: number) => asInstant(now - days * dayMs);
const here = asId<'enrollment'>('here');

function eventOf(given: { name: EventName; daysAgo?: number } & Partial<LeadEvent>): LeadEvent {
  const at = daysAgo(given.daysAgo ?? 0);
  return { id: 1, storedAt: at, occurredAt: at, properties: {}, ...given };
}

const blank: LeadFacts = {
  attributes: { lead: { title: '部長' }, company: { employees: 300 } },
  stage: 'mql',
  events: [],
  consents: { news: true },
  journeys: { [asId<'journey'>('other')]: 'ended' },
  rules: { revision: 1, windowDays: 14, hotAt: 60, rules: [] },
  calendars: { [officeCalendar.id]: officeCalendar },
  zone: 'Asia/Tokyo',
  now,
  realNow: now,
};

const judge = (condition: Condition, facts: Partial<LeadFacts> = {}) =>
  evaluateCondition({ condition, facts: { ...blank, ...facts } });
const holds = (condition: Condition, facts: Partial<LeadFacts> = {}) => judge(condition, facts).holds;

const isManager = {
  kind: 'attribute',
  of: 'lead',
  attribute: 'title',
  compare: { is: 'equal', value: '部長' },
} as const;
const isLarge = {
  kind: 'attribute',
  of: 'company',
  attribute: 'employees',
  compare: { is: 'more', value: 1_000 },
} as const;

describe('a condition', () => {
  it('reads attributes of the lead and of its company, and says what it saw', () => {
    expect(judge(isManager)).toEqual({ holds: true, seen: [{ fact: 'title', value: '部長' }] });
    expect(judge(isLarge)).toEqual({ holds: false, seen: [{ fact: 'company.employees', value: 300 }] });
    const unknown = { ...isManager, attribute: 'budget' } as const;
    expect(judge(unknown)).toEqual({ holds: false, seen: [{ fact: 'budget', value: null }] });
  });

  it('joins others by all, any and none, nested, and keeps all that was seen', () => {
    expect(holds({ kind: 'all', of: [isManager, isLarge] })).toBe(false);
    expect(holds({ kind: 'any', of: [isManager, isLarge] })).toBe(true);
    expect(holds({ kind: 'none', of: [isManager, isLarge] })).toBe(false);
    expect(holds({ kind: 'all', of: [isManager, { kind: 'none', of: [isLarge] }] })).toBe(true);
    expect(judge({ kind: 'any', of: [isManager, isLarge] }).seen).toHaveLength(2);
    expect([holds({ kind: 'all', of: [] }), holds({ kind: 'any', of: [] }), holds({ kind: 'none', of: [] })]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('asks the stage, consent, other journeys', () => {
    expect(holds({ kind: 'stage', oneOf: ['mql', 'sql'] })).toBe(true);
    expect(holds({ kind: 'stage', oneOf: ['customer'] })).toBe(false);
    expect(holds({ kind: 'consent', topic: 'news', given: true })).toBe(true);
    expect(holds({ kind: 'consent', topic: 'seminars', given: true })).toBe(false);
    expect(holds({ kind: 'consent', topic: 'seminars', given: false })).toBe(true);
    expect(holds({ kind: 'journey', journey: asId('other'), state: 'ended' })).toBe(true);
    expect(holds({ kind: 'journey', journey: asId('third'), state: 'never' })).toBe(true);
  });

  it('asks whether a calendar is open, in the enrollment’s own time', () => {
    expect(holds({ kind: 'business-time', calendar: officeCalendar.id, open: true })).toBe(true);
    const lunch = parseInstant('2026-11-24T12:30+09:00');
    expect(holds({ kind: 'business-time', calendar: officeCalendar.id, open: true }, { now: lunch })).toBe(false);
    expect(holds({ kind: 'business-time', calendar: asId('gone'), open: false })).toBe(true);
  });
});

describe('counting events', () => {
  const views = [20, 8, 7, 1].map((days) => eventOf({ name: 'page-viewed', daysAgo: days }));
  const count = (condition: Partial<Extract<Condition, { kind: 'events' }>>, facts: Partial<LeadFacts> = {}) =>
    judge({ kind: 'events', pattern: { kind: 'page' }, ...condition }, { events: views, ...facts }).seen[0]?.value;

  it('counts ever, or in a window whose first instant is inside', () => {
    expect(count({})).toBe(4);
    expect(count({ within: { amount: 7, unit: 'days' } })).toBe(2);
    expect(count({ within: { amount: 24, unit: 'hours' } })).toBe(1);
  });

  it('goes by the time an event says it occurred, and never counts one stored before the window', () => {
    const late = eventOf({ name: 'page-viewed', occurredAt: daysAgo(30) });
    expect(count({ within: { amount: 7, unit: 'days' } }, { events: [late] })).toBe(0);
  });

  it('ends windows at real time, though a test enrollment be ahead of it', () => {
    const ahead = asInstant(now + 30 * dayMs);
    expect(count({ within: { amount: 7, unit: 'days' } }, { now: ahead })).toBe(2);
  });

  it('counts since the lead entered, by the order of storing', () => {
    const passage = { enrollment: here, enteredAt: daysAgo(7) };
    expect(count({ within: 'since-entered' }, { passage })).toBe(2);
    expect(count({ within: 'since-entered' })).toBe(4);
  });

  it('tells "did" and "did not"', () => {
    const condition = { kind: 'events', pattern: { kind: 'page' } } as const;
    expect(holds({ ...condition, atLeast: 4 }, { events: views })).toBe(true);
    expect(holds({ ...condition, atLeast: 5 }, { events: views })).toBe(false);
    expect(holds({ ...condition, atMost: 0 }, { events: views })).toBe(false);
    expect(holds({ ...condition, atMost: 0 })).toBe(true);
  });

  it('means this passage’s mails and the present visit’s hand-off where a pattern names a node', () => {
    const node = asId<'node'>('n1');
    const events = [
      eventOf({ name: 'mail-clicked', enrollment: here, node }),
      eventOf({ name: 'handoff-accepted', enrollment: here, node, visit: 1 }),
    ];
    const passage = { enrollment: here, enteredAt: daysAgo(9), at: { node, visit: 2 } };
    const mail = { kind: 'mail', reaction: 'clicked', node } as const;
    const handoff = { kind: 'handoff', outcome: 'accepted', node } as const;
    expect(count({ pattern: mail }, { events, passage })).toBe(1);
    expect(count({ pattern: mail }, { events })).toBe(0);
    expect(count({ pattern: handoff }, { events, passage })).toBe(0);
    expect(count({ pattern: handoff }, { events, passage: { ...passage, at: { node, visit: 1 } } })).toBe(1);
    expect(count({ pattern: handoff }, { events, passage: { ...passage, at: { node: asId('n2'), visit: 2 } } })).toBe(
      1,
    );
  });

  it('finds a hand-off’s outcome wherever it was made', () => {
    const events = [eventOf({ name: 'handoff-closed', outcome: 'won', daysAgo: 3 })];
    expect(holds({ kind: 'handoff', outcome: 'won' }, { events })).toBe(true);
    expect(holds({ kind: 'handoff', outcome: 'lost' }, { events })).toBe(false);
    expect(holds({ kind: 'handoff', outcome: 'won', within: { amount: 2, unit: 'days' } }, { events })).toBe(false);
  });
});

describe('a score', () => {
  const events = [
    eventOf({ name: 'points-given', points: 40, category: 'fit' }),
    eventOf({ name: 'points-given', points: 15 }),
  ];

  it('is asked in total or by category, from a bound up to another', () => {
    expect(judge({ kind: 'score', atLeast: 55 }, { events })).toEqual({
      holds: true,
      seen: [{ fact: 'score', value: 55 }],
    });
    expect(holds({ kind: 'score', atLeast: 56 }, { events })).toBe(false);
    expect(holds({ kind: 'score', below: 55 }, { events })).toBe(false);
    expect(holds({ kind: 'score', atLeast: 50, below: 56 }, { events })).toBe(true);
    const fit = judge({ kind: 'score', category: 'fit', atLeast: 40 }, { events });
    expect(fit).toEqual({ holds: true, seen: [{ fact: 'score.fit', value: 40 }] });
  });
});
