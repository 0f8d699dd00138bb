import { emptySurroundings } from '../graph/empty-surroundings.ts';
import { edgeIdOf, emptyGraph, type Graph, type GraphNode, type JourneySettings } from '../graph/graph.ts';
import type { LoweredOp, Lowering, NodeCatalog, NodeContract, Outcome, Surroundings } from '../graph/node-contract.ts';
import { asId } from '../id.ts';
import type { JsonObject } from '../json.ts';
import { sameText } from '../text.ts';
import type { Problem } from './problem.ts';
import { validateGraph } from './validate-graph.ts';

/** Graphs and node types as small as a test of one rule needs. */

function contract({
  type,
  outcomes,
  ...more
}: Partial<NodeContract> & { type: string; outcomes: NodeContract['outcomes'] }): NodeContract {
  return {
    type,
    family: 'data',
    title: sameText(type),
    revision: 1,
    isTrigger: false,
    rests: false,
    outcomes,
    problemsOf: () => [],
    summary: () => sameText(''),
    lower: ({ config, lowering }) => ({ ops: [leadOn({ outcomes: outcomes(config), lowering })] }),
    guess: () => ({}),
    ...more,
  };
}

/** Any op that leads out by all of them. */
function leadOn({ outcomes, lowering }: { outcomes: readonly Outcome[]; lowering: Lowering }): LoweredOp {
  const ways = outcomes.flatMap(({ id }) => {
    const to = lowering.target(id);
    return to === undefined ? [] : [[id, to] as const];
  });
  const arms = outcomes.map(({ id }) => ({ outcome: id, weight: 1 }));
  return { kind: 'split', id: lowering.op(), arms, next: Object.fromEntries(ways) };
}

function exit(id: string, more: Partial<Outcome> = {}): Outcome {
  return { id, label: sameText(id), ...more };
}

const done = () => [exit('done')];

export const testCatalog: NodeCatalog = new Map(
  [
    contract({ type: 'start', family: 'trigger', isTrigger: true, outcomes: () => [exit('done', { required: true })] }),
    contract({ type: 'form-submitted', family: 'trigger', isTrigger: true, outcomes: done }),
    contract({ type: 'by-hand', family: 'trigger', isTrigger: true, isUnasked: true, outcomes: done }),
    contract({
      type: 'mail',
      family: 'message',
      outcomes: () => [exit('done'), exit('not-sent', { optional: true })],
      mailOf: ({ mail }) => (typeof mail === 'string' ? { mail, path: ['mail'] } : undefined),
    }),
    contract({ type: 'decide', family: 'decision', outcomes: () => [exit('yes'), exit('no')] }),
    contract({ type: 'step', outcomes: done }),
    contract({ type: 'pause', rests: true, outcomes: done }),
    contract({ type: 'stop', outcomes: () => [] }),
    contract({ type: 'everywhere', outcomes: () => [], standsAlone: () => true }),
    contract({ type: 'fork', outcomes: () => [exit('yes'), exit('no'), exit('perhaps', { optional: true })] }),
    contract({ type: 'twins', outcomes: () => [exit('one'), exit('two', { label: sameText('one') })] }),
    contract({
      type: 'listen',
      outcomes: done,
      rests: true,
      namesNodes: ({ to }) => (typeof to === 'string' ? [{ node: asId(to), path: ['to'] }] : []),
    }),
    contract({
      type: 'wrong',
      outcomes: done,
      problemsOf: () => [
        { severity: 'error', path: ['x'], message: sameText('x is missing'), mend: sameText('Fill in x.') },
      ],
    }),
    contract({
      type: 'faulty',
      outcomes: done,
      problemsOf: () => {
        throw new Error('boom');
      },
    }),
    contract({
      type: 'mute',
      outcomes: done,
      summary: () => {
        throw new Error('no words');
      },
    }),
    contract({
      type: 'misspelt',
      outcomes: done,
      lower: ({ lowering }) => ({
        ops: [{ kind: 'act', id: lowering.op(), effect: 'mispelt', config: {}, next: { don: asId('nowhere') } }],
      }),
      hasEffect: true,
    }),
    contract({
      type: 'stubborn',
      outcomes: done,
      lower: () => {
        throw new Error('no ops');
      },
    }),
  ].map((one) => [one.type, one]),
);

export interface Drawing {
  /** Name → type, in the order from top to bottom. */
  readonly nodes: Readonly<Record<string, string>>;
  /** "from outcome to". */
  readonly edges?: readonly string[];
  readonly configs?: Readonly<Record<string, JsonObject>>;
  readonly settings?: Partial<JourneySettings>;
}

export function drawGraph({ nodes, edges = [], configs = {}, settings = {} }: Drawing): Graph {
  const drawn = Object.entries(nodes).map(
    ([name, type], row): GraphNode => ({
      id: asId(name),
      type,
      revision: 1,
      position: { x: 0, y: row * 100 },
      config: configs[name] ?? {},
    }),
  );
  const ends = edges.map((edge) => {
    const [from = '', outcome = '', to = ''] = edge.split(' ');
    return { from: asId<'node'>(from), outcome, to: asId<'node'>(to) };
  });
  return {
    ...emptyGraph,
    nodes: Object.fromEntries(drawn.map((node) => [node.id, node])),
    edges: Object.fromEntries(ends.map((edge) => [edgeIdOf(edge), { id: edgeIdOf(edge), ...edge }])),
    settings: { ...emptyGraph.settings, ...settings },
  };
}

/** What one rule finds: where, and how serious. */
export function findBy(
  rule: string,
  drawing: Drawing & { readonly surroundings?: Partial<Surroundings> },
): readonly string[] {
  return problemsOf(drawing)
    .filter((problem) => problem.rule === rule)
    .map(({ severity, node, outcome }) => [severity, node, outcome].filter((part) => part !== undefined).join(' '));
}

export function problemsOf(drawing: Drawing & { readonly surroundings?: Partial<Surroundings> }): readonly Problem[] {
  const surroundings = { ...emptySurroundings, ...drawing.surroundings };
  return validateGraph({ graph: drawGraph(drawing), catalog: testCatalog, surroundings });
}
