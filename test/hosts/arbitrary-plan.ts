import type { Plan } from '@sodate/journey/compile/plan';
import type { Condition } from '@sodate/journey/condition/condition';
import type { EventPattern } from '@sodate/journey/event/event-pattern';
import type { Change } from '@sodate/journey/graph/node-contract';
import { asId, type ConditionKey } from '@sodate/journey/id';
import { asJson, type JsonObject } from '@sodate/journey/json';
import { blankLead, type Happening, type Landings, type ScriptedLead } from '@sodate/journey/simulate/script';
import { asInstant, parseInstant } from '@sodate/journey/time/instant';
import type { WaitSpec } from '@sodate/journey/time/wait-spec';
import fc from 'fast-check';
import { type DrawnOp, planOf } from './plan-of.ts';

/**
 * Random plans, and scripts to run them by, for every host: the simulator and the live engine must agree on them.
 * All deadlines lie whole days after the start or after a happening, and no two happenings share a minute of the day:
 * so nothing falls together with a deadline, and a host may be some seconds late. Nothing depends on windows, so time
 * alone changes no condition.
 */
export interface ArbitraryRun {
  readonly plan: Plan;
  readonly lead: Omit<ScriptedLead, 'enrollment'>;
}

export const runStart = parseInstant('2026-11-24T00:00:00+09:00');

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;

/** The effect of inline acts: its config is the change itself. */
export const changeEffect = 'test-change';
/** The effect of external acts: lands as the script says. */
export const externalEffect = 'test-external';

/** What `changeEffect` changes. */
export function changesOf({ config }: { readonly config: JsonObject }): readonly Change[] {
  return [config as unknown as Change];
}

const pages = ['/price', '/cases', '/contact'] as const;
const customs = ['seminar', 'call'] as const;

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('set-attribute' as const),
    of: fc.constant('lead' as const),
    attribute: fc.constantFrom('plan', 'size'),
    value: fc.constantFrom('small', 'large'),
  }),
  fc.record({ kind: fc.constant('change-stage' as const), stage: fc.constantFrom('mql' as const, 'sql' as const) }),
);

const anyPattern: fc.Arbitrary<EventPattern> = fc.oneof(
  fc.constantFrom(...pages).map((value) => ({ kind: 'page', url: { match: 'exact', value } }) as const),
  fc.constantFrom(...customs).map((name) => ({ kind: 'custom', name }) as const),
);

const anyLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .record({ attribute: fc.constantFrom('plan', 'size'), value: fc.constantFrom('small', 'large') })
    .map(
      ({ attribute, value }) =>
        ({ kind: 'attribute', of: 'lead', attribute, compare: { is: 'equal', value } }) as const,
    ),
  fc.constantFrom('mql' as const, 'sql' as const).map((stage) => ({ kind: 'stage', oneOf: [stage] }) as const),
  fc
    .record({ pattern: anyPattern, atLeast: fc.integer({ min: 1, max: 3 }) })
    .map(({ pattern, atLeast }) => ({ kind: 'events', pattern, atLeast, within: 'since-entered' }) as const),
);

const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: anyLeaf },
  {
    weight: 1,
    arbitrary: fc
      .record({
        kind: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
        of: fc.array(anyLeaf, { minLength: 1, maxLength: 2 }),
      })
      .map((condition): Condition => condition),
  },
);

const anySpec: fc.Arbitrary<WaitSpec> = fc
  .record({ days: fc.integer({ min: 1, max: 4 }), unit: fc.constantFrom('days' as const, 'hours' as const) })
  .map(({ days, unit }) => ({ duration: { amount: unit === 'days' ? days : 24 * days, unit }, zone: 'journey' }));

/** What a node is before it is connected; conditions by their number in the plan. */
type Shape =
  | { readonly kind: 'wait'; readonly spec: WaitSpec }
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'external' }
  | {
      readonly kind: 'listen';
      readonly patterns: readonly EventPattern[];
      readonly condition: number | null;
      readonly spec: WaitSpec | null;
    }
  | { readonly kind: 'branch'; readonly conditions: readonly number[] }
  | { readonly kind: 'split'; readonly weights: readonly number[] }
  | { readonly kind: 'goal' | 'end' };

const conditionCount = 4;
const anyNumber = fc.nat({ max: conditionCount - 1 });

const anyShape: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({ kind: fc.constant('wait' as const), spec: anySpec }),
  fc.record({ kind: fc.constant('change' as const), change: anyChange }),
  fc.record({ kind: fc.constant('external' as const) }),
  fc.record({
    kind: fc.constant('listen' as const),
    patterns: fc.array(anyPattern, { minLength: 1, maxLength: 2 }),
    condition: fc.option(anyNumber, { freq: 2 }),
    spec: fc.option(anySpec, { freq: 4 }),
  }),
  fc.record({ kind: fc.constant('branch' as const), conditions: fc.array(anyNumber, { minLength: 1, maxLength: 2 }) }),
  fc.record({
    kind: fc.constant('split' as const),
    weights: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constantFrom('goal' as const, 'end' as const) }),
);

const mostNodes = 8;

/** Some outcomes lead on, some back (from rests alone, so that every loop rests), some nowhere. */
export const arbitraryPlan: fc.Arbitrary<Plan> = fc
  .record({
    shapes: fc.array(anyShape, { minLength: 1, maxLength: mostNodes }),
    targets: fc.array(fc.nat({ max: mostNodes + 2 }), { minLength: mostNodes * 4, maxLength: mostNodes * 4 }),
    conditions: fc.array(anyCondition, { minLength: conditionCount, maxLength: conditionCount }),
    exit: fc.option(anyNumber, { freq: 3 }),
    goal: fc.option(anyNumber, { freq: 3 }),
    visitLimit: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ shapes, targets, conditions, exit, goal, visitLimit }) =>
    planOf({
      ops: shapes.map((shape, index) => connect({ shape, index, count: shapes.length, targets })),
      conditions: Object.fromEntries(conditions.map((condition, number) => [keyOf(number), condition])),
      exits: exit === null ? [] : [{ id: 'exit', key: keyOf(exit) }],
      goals: goal === null ? [] : [{ node: asId('aim'), key: keyOf(goal) }],
      visitLimit,
    }),
  );

function keyOf(number: number): ConditionKey {
  return asId(`c${number}`);
}

interface Connected {
  readonly shape: Shape;
  readonly index: number;
  readonly count: number;
  readonly targets: readonly number[];
}

function connect({ shape, index, count, targets }: Connected): DrawnOp {
  const rests = shape.kind === 'wait' || shape.kind === 'listen';
  const lead = (...outcomes: readonly string[]) => {
    const next: Record<string, string> = {};
    outcomes.forEach((outcome, place) => {
      const drawn = targets[index * 4 + place] ?? 0;
      const to = rests ? drawn : index + 1 + (drawn % mostNodes);
      if (to < count) next[outcome] = `n${to}`;
    });
    return next;
  };
  return opOf({ shape, id: `n${index}`, lead });
}

function opOf(given: {
  shape: Shape;
  id: string;
  lead: (...outcomes: readonly string[]) => Record<string, string>;
}): DrawnOp {
  const { shape, id, lead } = given;
  switch (shape.kind) {
    case 'wait':
      return { id, kind: 'wait', spec: shape.spec, next: lead('done') };
    case 'change':
      return { id, kind: 'act', effect: changeEffect, config: asJson(shape.change), next: lead('done') };
    case 'external': {
      const external = {
        channel: 'test',
        limitMs: 1_000,
        repeatable: true,
        onAmbiguous: 'go-on',
        attempts: 1,
      } as const;
      return { id, kind: 'act', effect: externalEffect, config: {}, external, next: lead('done', 'failed') };
    }
    case 'listen': {
      const events = shape.patterns.map((pattern, place) => ({ outcome: `heard-${place}`, pattern }));
      const conditions = shape.condition === null ? [] : [{ outcome: 'held', key: keyOf(shape.condition) }];
      const timeout = shape.spec === null ? {} : { timeout: { outcome: 'late', spec: shape.spec } };
      return { id, kind: 'listen', events, conditions, ...timeout, next: lead('heard-0', 'heard-1', 'held', 'late') };
    }
    case 'branch': {
      const arms = shape.conditions.map((number, place) => ({ outcome: `arm-${place}`, key: keyOf(number) }));
      return { id, kind: 'branch', arms, otherwise: 'else', next: lead('arm-0', 'arm-1', 'else') };
    }
    case 'split': {
      const arms = shape.weights.map((weight, place) => ({ outcome: `way-${place}`, weight }));
      return { id, kind: 'split', arms, next: lead('way-0', 'way-1', 'way-2') };
    }
    default:
      return { id, kind: shape.kind };
  }
}

type Untimed = DistributiveOmit<Happening, 'at'>;
type DistributiveOmit<T, Keys extends PropertyKey> = T extends unknown ? Omit<T, Keys> : never;

const anyUntimed: fc.Arbitrary<Untimed> = fc.oneof(
  fc.constantFrom(...pages).map((page) => ({
    kind: 'event' as const,
    event: { name: 'page-viewed' as const, url: `https://example.com${page}`, properties: {} },
  })),
  fc
    .constantFrom(...customs)
    .map((thing) => ({ kind: 'event' as const, event: { name: 'custom' as const, thing, properties: {} } })),
  anyChange.map((change) => ({ kind: 'change' as const, change })),
);

const anyHappenings: fc.Arbitrary<readonly Happening[]> = fc
  .array(fc.record({ daysLater: fc.nat({ max: 3 }), what: anyUntimed }), { maxLength: 8 })
  .map((drawn) => {
    let days = 0;
    return drawn.map(({ daysLater, what }, place) => {
      days += daysLater;
      return { ...what, at: asInstant(runStart + days * dayMs + (place + 1) * minuteMs) };
    });
  });

const anyLandings: fc.Arbitrary<Landings> = fc
  .array(fc.array(fc.constantFrom('done' as const, 'failed' as const), { maxLength: 3 }), { maxLength: mostNodes })
  .map((lists) => Object.fromEntries(lists.map((list, index) => [`n${index}`, list])));

/** A plan and a lead's script. The lead enters at `runStart`; all is over after 200 days. */
export const arbitraryRun: fc.Arbitrary<ArbitraryRun> = fc
  .record({ plan: arbitraryPlan, happenings: anyHappenings, landings: anyLandings })
  .map(({ plan, happenings, landings }) => ({
    plan,
    lead: { ...blankLead, entry: asId('start'), enterAt: runStart, happenings, landings },
  }));
