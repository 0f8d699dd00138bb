import type { NodeId } from '../id.ts';
import { byPlace } from './by-place.ts';
import type { Graph, GraphNode } from './graph.ts';
import type { NodeCatalog } from './node-contract.ts';

/**
 * The nodes in the order a reader follows them, each exactly once: triggers first, a node after all that lead to it
 * (edges that close a loop do not count), branches one after another as their outcomes stand. Nodes that nothing leads
 * to come last, from top to bottom. Reverse postorder of a depth-first search, without recursion: a chain may be long.
 */
export function orderNodes({ graph, catalog }: { graph: Graph; catalog: NodeCatalog }): readonly NodeId[] {
  const nodes = Object.values(graph.nodes).sort(byPlace);
  const onward = followUps({ graph, catalog });
  const isTrigger = ({ type }: GraphNode) => catalog.get(type)?.isTrigger === true;
  const arrived = new Set([...onward.values()].flat());
  const seen = new Set<NodeId>();
  const starts = [
    nodes.filter(isTrigger),
    nodes.filter((node) => !isTrigger(node) && !arrived.has(node.id)),
    ...nodes.map((node) => [node]),
  ];
  return starts.flatMap((some) => finishFrom({ starts: some.map(({ id }) => id).reverse(), onward, seen }).reverse());
}

/** Nodes in the order that all behind them has been seen. Starts and ways are taken from the last to the first. */
function finishFrom({
  starts,
  onward,
  seen,
}: {
  starts: readonly NodeId[];
  onward: ReadonlyMap<NodeId, readonly NodeId[]>;
  seen: Set<NodeId>;
}): NodeId[] {
  const finished: NodeId[] = [];
  for (const start of starts) {
    if (seen.has(start)) continue;
    seen.add(start);
    const path = [{ id: start, left: [...(onward.get(start) ?? [])] }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.left.pop();
      if (next === undefined) {
        finished.push(top.id);
        path.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        path.push({ id: next, left: [...(onward.get(next) ?? [])] });
      }
    }
  }
  return finished;
}

/** Where each node leads, in the order of its outcomes; ways of outcomes that the type does not know come last. */
function followUps({ graph, catalog }: { graph: Graph; catalog: NodeCatalog }): ReadonlyMap<NodeId, readonly NodeId[]> {
  const edges = Map.groupBy(Object.values(graph.edges), ({ from }) => from);
  return new Map(
    Object.values(graph.nodes).map(({ id, type, config }) => {
      const outcomes =
        catalog
          .get(type)
          ?.outcomes(config)
          .map((outcome) => outcome.id) ?? [];
      const rank = (outcome: string) => (outcomes.includes(outcome) ? outcomes.indexOf(outcome) : outcomes.length);
      const own = (edges.get(id) ?? []).filter(({ to }) => graph.nodes[to] !== undefined);
      return [id, own.sort((one, other) => rank(one.outcome) - rank(other.outcome)).map(({ to }) => to)];
    }),
  );
}
