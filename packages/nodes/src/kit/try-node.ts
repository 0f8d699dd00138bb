import { compileGraph } from '@sodate/journey/compile/compile-graph';
import type { Entry, Op, Plan } from '@sodate/journey/compile/plan';
import { emptySurroundings } from '@sodate/journey/graph/empty-surroundings';
import { edgeIdOf, emptyGraph, type GraphNode } from '@sodate/journey/graph/graph';
import type { CheckProblem, NodeContract, Outcome, Surroundings } from '@sodate/journey/graph/node-contract';
import { asId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import type { NodeDefinition } from './define-node.ts';
import { loadNodeTypes } from './load-node-types.ts';

export interface TriedNode {
  readonly contract: NodeContract;
  readonly problems: readonly CheckProblem[];
  readonly summary: Text;
  readonly outcomes: readonly Outcome[];
  /** Compiles a journey of a trigger, this node, and an end `n_OUTCOME` for each outcome connected (all unless said). */
  compile(connected?: readonly string[]): {
    readonly plan: Plan;
    readonly ops: readonly Op[];
    readonly entry: Entry | undefined;
  };
}

/** One node of a type with a config, as tests of node types look at it. */
export function tryNode({
  type,
  config,
  surroundings: given = {},
  definitions = [],
}: {
  type: string;
  config: JsonObject;
  surroundings?: Partial<Surroundings>;
  /** Node types beside the built-in ones: your own. */
  definitions?: readonly NodeDefinition[];
}): TriedNode {
  const { catalog, broken } = loadNodeTypes({ custom: { definitions, broken: [] } });
  const contract = catalog.get(type);
  if (contract === undefined) {
    const leftOut = broken
      .map(({ name, errors }) => `; left out: ${name}, ${errors.map(({ en }) => en).join(', ')}`)
      .join('');
    throw new Error(`no node type "${type}"${leftOut}`);
  }
  const surroundings = { ...emptySurroundings, ...given };
  const outcomes = contract.outcomes(config);
  const compile = (connected = outcomes.map(({ id }) => id)) => {
    const start = contract.isTrigger ? [] : [nodeOf({ id: 'n_start', type: 'added-by-person', config: {} })];
    const ends = connected.map((outcome) => nodeOf({ id: `n_${outcome}`, type: 'end', config: {} }));
    const ways = [
      ...start.map(() => ({ from: asId<'node'>('n_start'), outcome: 'done', to: asId<'node'>('n_tried') })),
      ...connected.map((outcome) => ({ from: asId<'node'>('n_tried'), outcome, to: asId<'node'>(`n_${outcome}`) })),
    ];
    const graph = {
      ...emptyGraph,
      nodes: Object.fromEntries(
        [...start, nodeOf({ id: 'n_tried', type, config }), ...ends].map((one) => [one.id, one]),
      ),
      edges: Object.fromEntries(ways.map((way) => [edgeIdOf(way), { id: edgeIdOf(way), ...way }])),
    };
    const plan = compileGraph({ graph, catalog, zone: 'Asia/Tokyo' });
    const ops = Object.values(plan.ops).filter(({ node }) => node === 'n_tried');
    return { plan, ops, entry: plan.entries.find(({ node }) => node === 'n_tried') };
  };
  return {
    contract,
    outcomes,
    compile,
    problems: contract.problemsOf({ config, surroundings }),
    summary: contract.summary({ config, surroundings }),
  };
}

function nodeOf({ id, type, config }: { id: string; type: string; config: JsonObject }): GraphNode {
  return { id: asId(id), type, revision: 1, position: { x: 0, y: 0 }, config };
}
