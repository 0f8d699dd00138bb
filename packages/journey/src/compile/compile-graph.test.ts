import { describe, expect, it } from 'vitest';
import type { Condition } from '../condition/condition.ts';
import { edgeIdOf, emptyGraph, type Graph, type JourneySettings } from '../graph/graph.ts';
import type { Lowered, Lowering, NodeCatalog, NodeContract } from '../graph/node-contract.ts';
import { asId } from '../id.ts';
import { asJson, type JsonObject } from '../json.ts';
import { sameText } from '../text.ts';
import type { WaitSpec } from '../time/wait-spec.ts';
import { canonicalJson } from './canonical-json.ts';
import { compileGraph } from './compile-graph.ts';

interface Type {
  readonly outcomes: readonly string[];
  readonly isTrigger?: boolean;
  lower(node: { config: JsonObject; lowering: Lowering }): Lowered;
}

const spec: WaitSpec = { duration: { amount: 1, unit: 'business-days' }, zone: 'lead', calendar: asId('office') };
const hot: Condition = { kind: 'score', atLeast: 50 };

function nextOf(lowering: Lowering, ...outcomes: readonly string[]) {
  return Object.fromEntries(
    outcomes.flatMap((outcome) => {
      const to = lowering.target(outcome);
      return to === undefined ? [] : [[outcome, to]];
    }),
  );
}

const types: Readonly<Record<string, Type>> = {
  start: { outcomes: ['go'], isTrigger: true, lower: () => ({ ops: [], trigger: { kind: 'person' } }) },
  wait: {
    outcomes: ['done'],
    lower: ({ lowering }) => ({ ops: [{ kind: 'wait', id: lowering.op(), spec, next: nextOf(lowering, 'done') }] }),
  },
  hear: {
    outcomes: ['hot', 'late'],
    lower: ({ lowering }) => ({
      ops: [
        {
          kind: 'listen',
          id: lowering.op(),
          events: [],
          conditions: [{ outcome: 'hot', key: lowering.condition(hot) }],
          timeout: { outcome: 'late', spec },
          next: nextOf(lowering, 'hot', 'late'),
        },
      ],
    }),
  },
  branch: {
    outcomes: ['yes', 'no'],
    lower: ({ config, lowering }) => ({
      ops: [
        {
          kind: 'branch',
          id: lowering.op(),
          arms: [{ outcome: 'yes', key: lowering.condition(config.condition as unknown as Condition) }],
          otherwise: 'no',
          next: nextOf(lowering, 'yes', 'no'),
        },
      ],
    }),
  },
  handoff: {
    outcomes: ['won'],
    lower: ({ lowering }) => ({
      ops: [
        { kind: 'act', id: lowering.op(), effect: 'hand-off', config: {}, next: { done: lowering.op('hear') } },
        {
          kind: 'listen',
          id: lowering.op('hear'),
          events: [{ outcome: 'won', pattern: { kind: 'handoff', node: lowering.node, outcome: 'won' } }],
          conditions: [],
          next: nextOf(lowering, 'won'),
        },
      ],
    }),
  },
  goal: {
    outcomes: [],
    lower: ({ lowering }) => ({ ops: [{ kind: 'goal', id: lowering.op(), next: {} }], goal: lowering.condition(hot) }),
  },
};

const catalog: NodeCatalog = new Map(
  Object.entries(types).map(([type, { outcomes, isTrigger = false, lower }]): [string, NodeContract] => [
    type,
    {
      type,
      family: isTrigger ? 'trigger' : 'data',
      title: sameText(type),
      revision: 2,
      isTrigger,
      rests: false,
      outcomes: () => outcomes.map((id) => ({ id, label: sameText(id) })),
      problemsOf: () => [],
      summary: () => sameText(''),
      lower,
      guess: () => ({}),
      upgrade: ({ config }) => ({ ...config, condition: config.oldCondition ?? null }),
    },
  ]),
);

interface Drawn {
  /** `id: type`, or `id: [type, config]`. */
  readonly nodes: Readonly<Record<string, string | readonly [type: string, config: JsonObject, revision?: number]>>;
  /** "a.done>b". */
  readonly edges: readonly string[];
  readonly settings?: Partial<JourneySettings>;
}

function compile({ nodes, edges, settings }: Drawn) {
  const drawn: Graph = {
    ...emptyGraph,
    settings: { ...emptyGraph.settings, ...settings },
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, node]) => {
        const [type, config, revision = 2] = typeof node === 'string' ? [node, {}] : node;
        return [id, { id: asId(id), type, revision, position: { x: 0, y: 0 }, config }];
      }),
    ),
    edges: Object.fromEntries(
      edges.map((edge) => {
        const [from = '', outcome = '', to = ''] = edge.split(/[.>]/);
        const id = edgeIdOf({ from: asId(from), outcome });
        return [id, { id, from: asId(from), outcome, to: asId(to) }];
      }),
    ),
  };
  return compileGraph({ graph: drawn, catalog, zone: 'Asia/Tokyo' });
}

describe('compiling', () => {
  it('leads triggers to the first op of what follows, and outcomes on', () => {
    const plan = compile({ nodes: { t: 'start', w: 'wait', h: 'hear' }, edges: ['t.go>w', 'w.done>h'] });
    expect(plan.entries).toEqual([{ node: 't', trigger: { kind: 'person' }, to: 'w' }]);
    expect(plan.ops).toMatchObject({ w: { next: { done: 'h' } }, h: { next: {} } });
    expect(plan.zone).toBe('Asia/Tokyo');
    expect(compile({ nodes: { t: 'start' }, edges: [] }).entries).toEqual([{ node: 't', trigger: { kind: 'person' } }]);
    expect(compile({ nodes: {}, edges: [], settings: { zone: 'Europe/Paris' } }).zone).toBe('Europe/Paris');
  });

  it('says what each op asks: conditions, calendars, the lead’s zone', () => {
    const plan = compile({ nodes: { t: 'start', w: 'wait', h: 'hear' }, edges: ['t.go>w', 'w.done>h'] });
    const [key] = Object.keys(plan.conditions);
    expect(plan.ops).toMatchObject({
      w: { node: 'w', asks: [], calendars: ['office'], leadZone: true },
      h: { node: 'h', asks: [key], calendars: ['office'], leadZone: true },
    });
  });

  it('leaves out what no trigger reaches, with its conditions, but keeps goals that hold everywhere', () => {
    const other: Condition = { kind: 'stage', oneOf: ['mql'] };
    const plan = compile({
      nodes: { t: 'start', w: 'wait', lost: ['branch', { condition: asJson(other) }], aim: 'goal' },
      edges: ['t.go>w', 'lost.yes>w'],
    });
    expect(Object.keys(plan.ops)).toEqual(['w']);
    expect(plan.goals).toEqual([{ node: 'aim', key: Object.keys(plan.conditions)[0] }]);
    expect(Object.values(plan.conditions)).toEqual([hot]);
  });

  it('gives equal conditions one key, whoever asks and in whatever order they are written', () => {
    const swapped = { atLeast: 50, kind: 'score' };
    const plan = compile({
      nodes: { t: 'start', b: ['branch', { condition: swapped }], h: 'hear' },
      edges: ['t.go>b', 'b.yes>h'],
      settings: { exits: [{ id: 'x', title: 'X', condition: hot }], audience: hot },
    });
    const [key, ...others] = Object.keys(plan.conditions);
    expect(others).toEqual([]);
    expect(plan).toMatchObject({
      exits: [{ id: 'x', key }],
      audience: key,
      ops: { b: { asks: [key] }, h: { asks: [key] } },
    });
  });

  it('marks the nodes on a loop, and not those whose own ops follow each other', () => {
    const plan = compile({
      nodes: { t: 'start', s: 'handoff', w: 'wait', h: 'hear', o: 'handoff' },
      edges: ['t.go>s', 's.won>w', 'w.done>h', 'h.late>w', 'h.hot>o'],
    });
    const onCycle = Object.values(plan.ops).filter((op) => op.onCycle);
    expect(onCycle.map(({ id }) => id).sort()).toEqual(['h', 'w']);
    const own = compile({ nodes: { t: 'start', w: 'wait' }, edges: ['t.go>w', 'w.done>w'] });
    expect(own.ops).toMatchObject({ w: { onCycle: true } });
    const whole = compile({ nodes: { t: 'start', s: 'handoff' }, edges: ['t.go>s', 's.won>s'] });
    expect(whole.ops).toMatchObject({ s: { onCycle: true }, 's.hear': { onCycle: true } });
  });

  it('makes the same plan whatever the order in which it was drawn', () => {
    const forth = compile({ nodes: { t: 'start', w: 'wait', h: 'hear' }, edges: ['t.go>w', 'w.done>h'] });
    const back = compile({ nodes: { h: 'hear', w: 'wait', t: 'start' }, edges: ['w.done>h', 't.go>w'] });
    expect(canonicalJson(back)).toBe(canonicalJson(forth));
    expect(JSON.parse(JSON.stringify(forth))).toEqual(forth);
  });

  it('brings configs of an older revision along', () => {
    const old = { oldCondition: asJson(hot) };
    const plan = compile({ nodes: { t: 'start', b: ['branch', old, 1] }, edges: ['t.go>b'] });
    expect(Object.values(plan.conditions)).toEqual([hot]);
  });

  it('refuses a node whose type is not installed, and names it', () => {
    expect(() => compile({ nodes: { x: 'gone' }, edges: [] })).toThrow(
      'node x is of a type that is not installed: gone',
    );
  });
});
