import type { Command } from '@sodate/journey/edit/command';
import type { Graph, GraphNode, Position } from '@sodate/journey/graph/graph';
import { asId, type NodeId } from '@sodate/journey/id';

/** What lies on the clipboard: plain JSON, so that it goes across tabs, journeys and chat windows. */
export interface CopiedBranch {
  readonly sodate: 'nodes';
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly { readonly from: NodeId; readonly outcome: string; readonly to: NodeId }[];
}

/** The nodes and the edges between them; with `waysOut` also those that lead on to what is not copied. */
export function copyBranch({
  graph,
  nodes,
  waysOut = false,
}: {
  graph: Graph;
  nodes: ReadonlySet<NodeId>;
  waysOut?: boolean;
}): CopiedBranch {
  return {
    sodate: 'nodes',
    nodes: Object.values(graph.nodes).filter(({ id }) => nodes.has(id)),
    edges: Object.values(graph.edges)
      .filter(({ from, to }) => nodes.has(from) && (waysOut || nodes.has(to)))
      .map(({ from, outcome, to }) => ({ from, outcome, to })),
  };
}

/** Reads a clipboard's text; undefined where it holds something else. */
export function readCopiedBranch(text: string): CopiedBranch | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isCopiedBranch(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Checks the outline only: the server reads every node again before it stores it. */
function isCopiedBranch(value: unknown): value is CopiedBranch {
  if (typeof value !== 'object' || value === null) return false;
  if (!('sodate' in value) || value.sodate !== 'nodes') return false;
  if (!('nodes' in value && Array.isArray(value.nodes) && 'edges' in value && Array.isArray(value.edges))) return false;
  return value.nodes.length > 0 && value.nodes.every(isNode) && value.edges.every(isLink);
}

function isNode(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { id, type, config, position } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof type !== 'string' || typeof config !== 'object' || config === null) return false;
  if (typeof position !== 'object' || position === null) return false;
  return 'x' in position && typeof position.x === 'number' && 'y' in position && typeof position.y === 'number';
}

function isLink(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['from', 'outcome', 'to'].every(
    (key) => typeof (value as Readonly<Record<string, unknown>>)[key] === 'string',
  );
}

/**
 * One command that puts the nodes down with fresh ids, their upper left corner at `at`. Ways out of the branch are
 * kept where the node that they lead to is in this journey.
 */
export function planPaste({
  graph,
  branch,
  at,
  newId,
}: {
  graph: Graph;
  branch: CopiedBranch;
  at: Position;
  newId: () => string;
}): Extract<Command, { kind: 'paste' }> {
  const ids = new Map(branch.nodes.map(({ id }) => [id, asId<'node'>(newId())]));
  const left = Math.min(...branch.nodes.map(({ position }) => position.x));
  const top = Math.min(...branch.nodes.map(({ position }) => position.y));
  const renamed = (id: NodeId) => ids.get(id) ?? id;
  return {
    kind: 'paste',
    nodes: branch.nodes.map((node) => ({
      ...node,
      id: renamed(node.id),
      position: { x: node.position.x - left + at.x, y: node.position.y - top + at.y },
    })),
    edges: branch.edges
      .filter(({ from, to }) => ids.has(from) && (ids.has(to) || graph.nodes[to] !== undefined))
      .map(({ from, outcome, to }) => ({ from: renamed(from), outcome, to: renamed(to) })),
  };
}
