import type { Comparison, Condition } from '@sodate/journey/condition/condition';
import { type EventName, eventNames } from '@sodate/journey/event/event';
import type { EventPattern, Window } from '@sodate/journey/event/event-pattern';
import { asId, type CalendarId, type JourneyId, type NodeId } from '@sodate/journey/id';
import type { Json } from '@sodate/journey/json';
import type { ScoreRule } from '@sodate/journey/score/score-rule';
import { stages } from '@sodate/journey/stage';
import { sameText } from '@sodate/journey/text';
import fc from 'fast-check';

// Few values, so that patterns and facts often meet; awkward ones, so that escaping and case are tried.
const texts = ['', 'A', 'a', '課長', '製造 部', '100%', 'a_b', 'axb', 'Ünit', "o'k\\"] as const;
const numbers = [0, 1, 3, 12.5, -2] as const;
const keys = [
  'a.example',
  'a.example/price',
  'a.example/price/list',
  'b.example/case/1',
  'b.example/料金',
  'b.example/a_b',
];
const urls = [
  '/',
  '/price',
  '/price/',
  '/pri',
  'https://A.example/price?x=1',
  'a.example',
  '/case/1',
  '*/1',
  '/*e*',
  'b.example/*',
  '/料金',
  '/a_b',
  '/a*b',
];
export const nodes = ['n_1', 'n_2'].map((id): NodeId => asId(id));
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Drops keys whose value is undefined, as stored data has them. */
function bare<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

const json: fc.Arbitrary<Json> = fc.oneof(oneOf<Json>(texts), oneOf<Json>(numbers), fc.boolean(), fc.constant(null));

export const arbitraryAttributes = fc.record({
  lead: fc.record({ title: fc.option(oneOf(texts)), own: json, size: json }),
  company: fc.option(
    fc.record({ industry: fc.option(oneOf(texts)), employees: fc.option(oneOf([0, 1, 3])), rank: json }),
  ),
});

export interface GeneratedEvent {
  readonly name: EventName;
  readonly ageMinutes: number;
  /** How long after it occurred it was stored. */
  readonly lagMinutes: number;
  readonly key?: string | undefined;
  readonly source?: string | undefined;
  readonly mail?: boolean | undefined;
  readonly own: boolean;
  readonly node?: NodeId | undefined;
  readonly visit?: number | undefined;
  readonly outcome?: string | undefined;
  readonly points?: number | undefined;
  readonly category?: string | undefined;
  readonly retracted: boolean;
}

export const arbitraryEvents: fc.Arbitrary<readonly GeneratedEvent[]> = fc.array(
  fc.record({
    name: oneOf(eventNames),
    ageMinutes: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 40_000 })),
    lagMinutes: oneOf([0, 0, 5]),
    key: optional(oneOf([...keys, 'form-1'])),
    source: optional(oneOf(['google', 'x'])),
    mail: fc.boolean(),
    own: fc.boolean(),
    node: optional(oneOf(nodes)),
    visit: optional(oneOf([1, 2])),
    outcome: optional(oneOf(['met', 'won', 'lost'])),
    points: optional(oneOf([5, -3])),
    category: optional(oneOf(['price', 'cases'])),
    retracted: oneOf([false, false, false, true]),
  }),
  { maxLength: 12 },
);

const url = fc.record({ match: oneOf(['exact', 'prefix', 'pattern'] as const), value: oneOf([...urls, ...keys]) });
const handoffOutcome = oneOf(['accepted', 'rejected', 'overdue', 'met', 'opportunity', 'won', 'lost'] as const);

export const arbitraryPattern: fc.Arbitrary<EventPattern> = fc.oneof(
  fc.record({ kind: fc.constant('page' as const), url: optional(url), source: optional(oneOf(['google'])) }).map(bare),
  fc.record({ kind: fc.constant('form' as const), form: optional(oneOf(['form-1'])) }).map(bare),
  fc
    .record({
      kind: fc.constant('mail' as const),
      reaction: oneOf(['sent', 'opened', 'clicked', 'bounced'] as const),
      node: optional(oneOf(nodes)),
      link: optional(url),
    })
    .map(bare),
  fc.record({ kind: fc.constant('handoff' as const), node: oneOf(nodes), outcome: handoffOutcome }),
  fc.record({ kind: fc.constant('custom' as const), name: oneOf(['form-1', 'a.example']) }),
) as fc.Arbitrary<EventPattern>;

const windows: fc.Arbitrary<Window> = fc
  .record({
    amount: fc.integer({ min: 1, max: 5 }),
    unit: oneOf(['minutes', 'hours', 'days', 'weeks', 'months'] as const),
    zone: optional(oneOf(['America/New_York'])),
  })
  .map(bare) as fc.Arbitrary<Window>;

const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    is: oneOf(['equal', 'not-equal'] as const),
    value: fc.oneof(oneOf<string | number | boolean>(texts), oneOf(numbers), fc.boolean()),
  }),
  fc.record({ is: oneOf(['less', 'at-most', 'at-least', 'more'] as const), value: oneOf(numbers) }),
  fc.record({ is: oneOf(['contains', 'starts-with'] as const), value: oneOf(texts) }),
  fc.record({
    is: fc.constant('one-of' as const),
    values: fc.array(fc.oneof(oneOf<string | number>(texts), oneOf(numbers)), { maxLength: 3 }),
  }),
  fc.record({ is: oneOf(['empty', 'not-empty'] as const) }),
);

const attribute = fc.oneof(
  fc.record({
    kind: fc.constant('attribute' as const),
    of: fc.constant('lead' as const),
    attribute: oneOf(['title', 'own', 'size', 'none']),
    compare: comparison,
  }),
  fc.record({
    kind: fc.constant('attribute' as const),
    of: fc.constant('company' as const),
    attribute: oneOf(['industry', 'employees', 'rank']),
    compare: comparison,
  }),
);

export const arbitraryRules: fc.Arbitrary<readonly ScoreRule[]> = fc
  .array(
    fc.record({
      points: oneOf([15, 5, -2]),
      category: optional(oneOf(['price', 'cases'])),
      when: fc.oneof(
        fc
          .record({ kind: fc.constant('event' as const), pattern: arbitraryPattern, limit: optional(oneOf([1, 2])) })
          .map(bare),
        attribute,
      ),
    }),
    { maxLength: 5 },
  )
  .map((rules) =>
    rules.map((rule, number) => bare({ ...rule, id: `rule-${number}`, title: sameText('') }) as ScoreRule),
  );

export function arbitraryCondition({
  calendar,
  journeys,
}: {
  calendar: CalendarId;
  journeys: readonly JourneyId[];
}): fc.Arbitrary<Condition> {
  const leaf = fc.oneof(
    attribute,
    fc
      .record({
        kind: fc.constant('score' as const),
        category: optional(oneOf(['price'])),
        atLeast: optional(oneOf([0, 5, 30])),
        below: optional(oneOf([5, 20])),
      })
      .map(bare),
    fc
      .record({
        kind: fc.constant('events' as const),
        pattern: arbitraryPattern,
        within: optional(fc.oneof(windows, fc.constant('since-entered' as const))),
        atLeast: optional(oneOf([1, 2])),
        atMost: optional(oneOf([0, 1])),
      })
      .map(bare),
    fc.record({ kind: fc.constant('stage' as const), oneOf: fc.subarray([...stages]) }),
    fc.record({ kind: fc.constant('consent' as const), topic: oneOf(['marketing', 'phone']), given: fc.boolean() }),
    fc.record({ kind: fc.constant('handoff' as const), outcome: handoffOutcome, within: optional(windows) }).map(bare),
    fc.record({ kind: fc.constant('business-time' as const), calendar: fc.constant(calendar), open: fc.boolean() }),
    fc.record({
      kind: fc.constant('journey' as const),
      journey: oneOf(journeys),
      state: oneOf(['in', 'ended', 'never'] as const),
    }),
  ) as fc.Arbitrary<Condition>;
  const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.record({ kind: oneOf(['all', 'any', 'none'] as const), of: fc.array(tie('tree'), { maxLength: 3 }) }),
    ),
  }));
  return tree;
}
