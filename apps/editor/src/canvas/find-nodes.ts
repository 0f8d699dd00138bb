import type { Graph, GraphNode } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { Language, Text } from '@sodate/journey/text';
import { foldText } from './fold-text.ts';
import type { NodeTypeTable } from './outcomes-of.ts';

export interface FoundNode {
  readonly id: NodeId;
  readonly title: string;
  /** What kind of node it is, where its own title does not say so, and its settings in a line. */
  readonly about: string;
}

/** Nodes of a journey that a search finds: by title first, then by type or settings; within each from the top down. */
export function findNodes({
  graph,
  types,
  summaries,
  language,
  query,
}: {
  graph: Graph;
  types: NodeTypeTable;
  summaries: Readonly<Record<NodeId, Text>>;
  language: Language;
  query: string;
}): readonly FoundNode[] {
  const wanted = foldText(query);
  if (wanted === '') return [];
  const named = (node: GraphNode): FoundNode => {
    const type = types.get(node.type)?.title[language] ?? node.type;
    const settings = summaries[node.id]?.[language] ?? '';
    const about = [node.title === undefined ? '' : type, settings].filter((part) => part !== '').join(' · ');
    return { id: node.id, title: node.title ?? type, about };
  };
  return Object.values(graph.nodes)
    .map((node) => ({ found: named(node), y: node.position.y, x: node.position.x }))
    .map((one) => ({ ...one, rank: rankOf({ found: one.found, wanted }) }))
    .filter(({ rank }) => rank < missed)
    .sort((one, other) => one.rank - other.rank || one.y - other.y || one.x - other.x)
    .map(({ found }) => found);
}

const missed = 9;

function rankOf({ found: { title, about }, wanted }: { found: FoundNode; wanted: string }): number {
  if (foldText(title).startsWith(wanted)) return 0;
  if (foldText(title).includes(wanted)) return 1;
  return foldText(about).includes(wanted) ? 2 : missed;
}
