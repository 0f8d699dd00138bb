import { currentConfig } from '../graph/current-config.ts';
import { edgeIdOf, type Graph, type GraphNode } from '../graph/graph.ts';
import type { Lowered, LoweredOp, NodeCatalog, NodeContract } from '../graph/node-contract.ts';
import { asId, type CalendarId, type ConditionKey, type NodeId, type OpId } from '../id.ts';
import type { WaitSpec, Zone } from '../time/wait-spec.ts';
import { ConditionTable } from './condition-table.ts';
import { findCycleMembers } from './find-cycle-members.ts';
import type { Entry, Op, Plan } from './plan.ts';

interface Compiled {
  readonly graph: Graph;
  readonly catalog: NodeCatalog;
  /** The organisation's zone, for journeys that set none. */
  readonly zone: Zone;
}

interface LoweredNode {
  readonly node: NodeId;
  readonly contract: NodeContract;
  readonly lowered: Lowered;
  /** The op that the first outcome leads to. */
  readonly first: OpId | undefined;
}

/**
 * Compiles a graph to a plan: each node lowers itself, and what no trigger reaches is left out (goals excepted:
 * their conditions hold everywhere). The graph is one that `validateGraph` found no error in.
 * @throws Error where a node's type is unknown, or a node lowers to something that is no plan.
 */
export function compileGraph({ graph, catalog, zone }: Compiled): Plan {
  const table = new ConditionTable();
  const nodes = sortedNodes(graph).map((node) => lowerNode({ graph, node, catalog, table }));
  const entries = nodes.flatMap(toEntry);
  const ops = reachableOps({ nodes, entries });
  const { settings } = graph;
  const exits = settings.exits.map(({ id, condition }) => ({ id, key: table.add(condition) }));
  const goals = nodes.flatMap(({ node, lowered }) => (lowered.goal === undefined ? [] : [{ node, key: lowered.goal }]));
  const audience = settings.audience === undefined ? undefined : table.add(settings.audience);
  const used = new Set<ConditionKey>([...exits, ...goals].map(({ key }) => key));
  for (const op of ops) for (const key of op.asks) used.add(key);
  if (audience !== undefined) used.add(audience);
  return {
    format: 1,
    zone: settings.zone ?? zone,
    ops: Object.fromEntries(ops.map((op) => [op.id, op])),
    entries,
    conditions: table.pick([...used].sort()),
    exits,
    goals,
    ...(audience === undefined ? {} : { audience }),
    reentry: settings.reentry,
    visitLimit: settings.visitLimit,
  };
}

/** By id, so that the order in which nodes were drawn changes nothing. */
function sortedNodes(graph: Graph): GraphNode[] {
  return Object.values(graph.nodes).sort((one, other) => (one.id < other.id ? -1 : 1));
}

function lowerNode(given: { graph: Graph; node: GraphNode; catalog: NodeCatalog; table: ConditionTable }): LoweredNode {
  const { graph, node, catalog, table } = given;
  const contract = contractOf({ node, catalog });
  const config = currentConfig({ node, contract });
  const target = (outcome: string): OpId | undefined => {
    const to = graph.edges[edgeIdOf({ from: node.id, outcome })]?.to;
    const reached = to === undefined ? undefined : graph.nodes[to];
    if (reached === undefined || contractOf({ node: reached, catalog }).isTrigger) return undefined;
    return asId(reached.id);
  };
  const lowered = contract.lower({
    config,
    lowering: {
      node: node.id,
      title: node.title === undefined ? contract.title : { ja: node.title, en: node.title },
      target,
      condition: (condition) => table.add(condition),
      op: (part) => asId(part === undefined ? node.id : `${node.id}.${part}`),
    },
  });
  const firstOutcome = contract.outcomes(config)[0]?.id;
  return { node: node.id, contract, lowered, first: firstOutcome === undefined ? undefined : target(firstOutcome) };
}

function contractOf({ node, catalog }: { node: GraphNode; catalog: NodeCatalog }): NodeContract {
  const contract = catalog.get(node.type);
  if (contract === undefined) throw new Error(`node ${node.id} is of a type that is not installed: ${node.type}`);
  return contract;
}

function toEntry({ node, contract, lowered, first }: LoweredNode): Entry[] {
  if (!contract.isTrigger || lowered.trigger === undefined) return [];
  return [{ node, trigger: lowered.trigger, ...(first === undefined ? {} : { to: first }) }];
}

function reachableOps({ nodes, entries }: { nodes: readonly LoweredNode[]; entries: readonly Entry[] }): Op[] {
  const owners = new Map<OpId, { node: NodeId; op: LoweredOp }>();
  for (const { node, lowered } of nodes) for (const op of lowered.ops) owners.set(op.id, { node, op });
  const reached = new Set<OpId>();
  const waiting = entries.flatMap(({ to }) => to ?? []);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    const owner = owners.get(id);
    if (owner === undefined) throw new Error(`an outcome leads to ${id}, which no node lowers to`);
    reached.add(id);
    waiting.push(...Object.values(owner.op.next));
  }
  const found = [...owners.values()].filter(({ op }) => reached.has(op.id));
  const onCycle = findNodesOnCycles(found);
  return found.map(({ node, op }) => completeOp({ op, node, onCycle: onCycle.has(node) }));
}

function findNodesOnCycles(found: readonly { node: NodeId; op: LoweredOp }[]): ReadonlySet<NodeId> {
  const nodeOf = new Map(found.map(({ node, op }) => [op.id, node]));
  const successors = new Map<NodeId, Set<NodeId>>();
  for (const { node, op } of found) {
    const leadsTo = successors.get(node) ?? new Set();
    for (const to of Object.values(op.next)) {
      const next = nodeOf.get(to);
      // From op to op within a node is no loop, unless it arrives at the node anew.
      if (next !== undefined && (next !== node || String(to) === node)) leadsTo.add(next);
    }
    successors.set(node, leadsTo);
  }
  return findCycleMembers(successors);
}

function completeOp({ op, node, onCycle }: { op: LoweredOp; node: NodeId; onCycle: boolean }): Op {
  const spec = specOf(op);
  const calendars: CalendarId[] = spec?.calendar === undefined ? [] : [spec.calendar];
  return { ...op, node, asks: conditionsOf(op), onCycle, calendars, leadZone: spec?.zone === 'lead' };
}

function specOf(op: LoweredOp): WaitSpec | undefined {
  if (op.kind === 'wait') return op.spec;
  return op.kind === 'listen' ? op.timeout?.spec : undefined;
}

function conditionsOf(op: LoweredOp): ConditionKey[] {
  if (op.kind === 'branch') return [...new Set(op.arms.map(({ key }) => key))];
  if (op.kind === 'listen') return [...new Set(op.conditions.map(({ key }) => key))];
  return [];
}
