import { describe, expect, it } from 'vitest';
import { officeCalendar } from '../../../../test/hosts/office-calendar.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { asId } from '../id.ts';
import { asInstant, type Instant } from '../time/instant.ts';
import { isOpenAt } from '../time/open-time.ts';
import { tryPassage } from './try-passage.ts';

const start = asInstant(Date.parse('2026-11-26T01:00:00Z'));
const dayMs = 86_400_000;
const hot = asId<'condition'>('hot');
const plan = planOf({
  conditions: { [hot]: { kind: 'score', atLeast: 50 } },
  ops: [
    {
      id: 'n0',
      kind: 'listen',
      events: [{ outcome: 'read', pattern: { kind: 'page' } }],
      conditions: [],
      timeout: { outcome: 'late', spec: { duration: { amount: 5, unit: 'days' }, zone: 'journey' } },
      next: { read: 'n1', late: 'n1' },
    },
    {
      id: 'n1',
      kind: 'branch',
      arms: [{ outcome: 'hot', key: hot }],
      otherwise: 'else',
      next: { hot: 'n2', else: 'n3' },
    },
    { id: 'n2', kind: 'goal' },
    { id: 'n3', kind: 'end' },
  ],
});
const [entry] = plan.entries;
if (entry === undefined) throw new Error('the plan has no trigger');
const base = {
  plan,
  entry,
  enterAt: start,
  until: asInstant(start + 400 * dayMs),
  choices: {},
  guesses: {},
  calendars: {},
  seed: 1,
};
const pathOf = (given: Parameters<typeof tryPassage>[0]) =>
  tryPassage(given).visits.map(({ node, outcome }) => `${node}:${outcome ?? ''}`);

describe('a trial', () => {
  it('leaves each node as was chosen, and says when', () => {
    const { visits, reason } = tryPassage({ ...base, choices: { 'n0/1': 'late', 'n1/1': 'hot' } });
    expect(visits.map(({ node, outcome, chosen }) => [node, outcome, chosen])).toEqual([
      [entry.node, 'entered', false],
      ['n0', 'late', true],
      ['n1', 'hot', true],
      ['n2', undefined, false],
    ]);
    expect(visits[1]?.leftAt).toBe(start + 5 * dayMs);
    expect(reason).toBe('goal');
  });

  it('lets the guess decide what was not chosen, the same way each time', () => {
    const read = { ...base, guesses: { [asId<'node'>('n0')]: { read: 1 }, [asId<'node'>('n1')]: { else: 1 } } };
    expect(pathOf(read).slice(1, 3)).toEqual(['n0:read', 'n1:else']);
    expect(pathOf(base)).toEqual(pathOf(base));
  });

  it('decides a branch by what holds for a real lead, unless another way was chosen', () => {
    const holds = { ...base, answers: { [hot]: { holds: true, seen: [] } }, choices: { 'n0/1': 'late' } };
    expect(pathOf(holds)).toContain('n1:hot');
    expect(pathOf({ ...holds, choices: { ...holds.choices, 'n1/1': 'else' } })).toContain('n1:else');
  });

  it('says where the real lead is what decides, and where it is guessed all the same', () => {
    const known = (answers?: Parameters<typeof tryPassage>[0]['answers']) =>
      tryPassage({ ...base, choices: { 'n0/1': 'late' }, ...(answers && { answers }) }).visits.map((one) => one.known);
    expect(known({ [hot]: { holds: true, seen: [] } })).toEqual([false, false, true, false]);
    expect(known()).toEqual([false, false, false, false]);
  });

  it('ends a wait at once by what holds already for a real lead, and guesses while it does not', () => {
    const until = planOf({
      conditions: { [hot]: { kind: 'score', atLeast: 50 } },
      ops: [
        {
          id: 'n0',
          kind: 'listen',
          events: [],
          conditions: [{ outcome: 'warm', key: hot }],
          timeout: { outcome: 'late', spec: { duration: { amount: 5, unit: 'days' }, zone: 'journey' } },
          next: { warm: 'n1', late: 'n1' },
        },
        { id: 'n1', kind: 'end' },
      ],
    });
    const [only] = until.entries;
    if (only === undefined) throw new Error('the plan has no trigger');
    const waits = { ...base, plan: until, entry: only, guesses: { [asId<'node'>('n0')]: { late: 1 } } };
    const visitOf = (holds: boolean, choices = {}) =>
      tryPassage({ ...waits, choices, answers: { [hot]: { holds, seen: [] } } }).visits[1];
    expect(visitOf(true)).toMatchObject({ node: 'n0', outcome: 'warm', leftAt: start });
    expect(visitOf(false)).toMatchObject({ outcome: 'late', leftAt: start + 5 * dayMs });
    expect(visitOf(true, { 'n0/1': 'late' })).toMatchObject({ outcome: 'late' });
  });

  it('sends a real lead no mail that it would not get, unless that was chosen', () => {
    const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 5 } as const;
    const mailing = planOf({
      ops: [
        {
          id: 'n0',
          kind: 'act',
          effect: 'send-mail',
          config: {},
          external,
          next: { done: 'n1', 'not-sent': 'n2', failed: 'n2' },
        },
        { id: 'n1', kind: 'end' },
        { id: 'n2', kind: 'end' },
      ],
    });
    const [only] = mailing.entries;
    if (only === undefined) throw new Error('the plan has no trigger');
    const sends = { ...base, plan: mailing, entry: only, guesses: { [asId<'node'>('n0')]: { done: 1 } } };
    expect(pathOf(sends)).toContain('n0:done');
    expect(pathOf({ ...sends, unmailable: [asId<'node'>('n0')] })).toContain('n0:not-sent');
    expect(pathOf({ ...sends, unmailable: [asId<'node'>('n0')], choices: { 'n0/1': 'done' } })).toContain('n0:done');
  });

  it('offers the ways out where the lead or chance decides', () => {
    const { visits } = tryPassage(base);
    expect(visits.slice(0, 3).map(({ options }) => options)).toEqual([[], ['read', 'late'], ['hot', 'else']]);
  });

  it('lets sales answer while they work, by the hand-off’s calendar', () => {
    const handedOver = planOf({
      ops: [
        {
          id: 'n0',
          kind: 'act',
          effect: 'hand-off',
          config: { calendar: officeCalendar.id },
          next: { done: 'n0.listen' },
        },
        {
          id: 'n0.listen',
          kind: 'listen',
          events: [{ outcome: 'won', pattern: { kind: 'handoff', node: asId('n0'), outcome: 'won' } }],
          conditions: [],
          next: { won: 'n1' },
        },
        { id: 'n1', kind: 'end' },
      ],
    });
    const [only] = handedOver.entries;
    if (only === undefined) throw new Error('the plan has no trigger');
    const answeredAt = (seed: number, calendars: typeof base.calendars) =>
      tryPassage({ ...base, plan: handedOver, entry: only, seed, calendars }).visits[1]?.leftAt ?? start;
    const seeds = Array.from({ length: 40 }, (_, seed) => seed);
    const isOpen = (at: Instant) => isOpenAt({ calendar: officeCalendar, at });
    const known = { [officeCalendar.id]: officeCalendar };
    expect(seeds.every((seed) => isOpen(answeredAt(seed, {})))).toBe(false);
    expect(seeds.every((seed) => isOpen(answeredAt(seed, known)))).toBe(true);
  });

  it('tells until when it rests where the virtual clock stops before', () => {
    const { visits, restsUntil } = tryPassage({
      ...base,
      until: asInstant(start + dayMs),
      choices: { 'n0/1': 'late' },
    });
    expect(visits.at(-1)).toMatchObject({ node: 'n0', arrivedAt: start });
    expect(visits.at(-1)?.outcome).toBeUndefined();
    expect(restsUntil).toBe(start + 5 * dayMs);
  });
});
