import type { Graph } from '../graph/graph.ts';
import type { NodeId } from '../id.ts';
import { asJson } from '../json.ts';
import { changedKeys } from './command-between.ts';

export interface NodeDifference {
  readonly node: NodeId;
  /** moved: it only stands elsewhere, which changes nothing for leads. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly renamed: boolean;
  /** First keys of the config whose values differ. */
  readonly config: readonly string[];
  /** Outcomes that lead elsewhere; absent: nowhere. */
  readonly ways: readonly { readonly outcome: string; readonly before?: NodeId; readonly after?: NodeId }[];
}

export interface GraphDifference {
  readonly nodes: readonly NodeDifference[];
  /** First keys of the settings whose values differ. */
  readonly settings: readonly string[];
}

/** What differs between two graphs, as a reader would tell it: nodes from the top down, then from the left. */
export function compareGraphs({ before, after }: { before: Graph; after: Graph }): GraphDifference {
  const all = Object.values({ ...before.nodes, ...after.nodes });
  const ordered = all.toSorted(({ position: one }, { position: other }) => one.y - other.y || one.x - other.x);
  return {
    nodes: ordered.flatMap(({ id }) => {
      const found = compareNode({ before, after, id });
      return found === undefined ? [] : [found];
    }),
    settings: changedKeys({ one: asJson(before.settings), other: asJson(after.settings) }),
  };
}

function compareNode({ before, after, id }: { before: Graph; after: Graph; id: NodeId }): NodeDifference | undefined {
  const old = before.nodes[id];
  const next = after.nodes[id];
  const alone = { node: id, renamed: false, config: [], ways: [] };
  if (old === undefined) return { ...alone, kind: 'added' };
  if (next === undefined) return { ...alone, kind: 'removed' };
  const renamed = old.title !== next.title;
  const config = changedKeys({ one: old.config, other: next.config });
  const ways = changedWays({ before, after, id });
  if (renamed || config.length > 0 || ways.length > 0 || old.type !== next.type) {
    return { node: id, kind: 'changed', renamed, config, ways };
  }
  const stays = old.position.x === next.position.x && old.position.y === next.position.y;
  return stays ? undefined : { ...alone, kind: 'moved' };
}

function changedWays({ before, after, id }: { before: Graph; after: Graph; id: NodeId }): NodeDifference['ways'] {
  const old = waysOf({ graph: before, id });
  const next = waysOf({ graph: after, id });
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((outcome) => {
    const from = old.get(outcome);
    const to = next.get(outcome);
    if (from === to) return [];
    return [{ outcome, ...(from === undefined ? {} : { before: from }), ...(to === undefined ? {} : { after: to }) }];
  });
}

function waysOf({ graph, id }: { graph: Graph; id: NodeId }): ReadonlyMap<string, NodeId> {
  const leaving = Object.values(graph.edges).filter(({ from }) => from === id);
  return new Map(leaving.map(({ outcome, to }) => [outcome, to]));
}
