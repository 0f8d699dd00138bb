import type { GraphNode } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { sameText, type Text } from '@sodate/journey/text';
import type { Context } from '../context.ts';

/** A node as a list names it: its own title, or that of its type. */
export interface NodeName {
  readonly id: NodeId;
  readonly type: string;
  readonly title: Text;
}

/** What a node type is called; where this server does not have it, its name. */
export function titleOfType({ context, type }: { context: Context; type: string }): Text {
  return context.nodeTypes.catalog.get(type)?.title ?? sameText(type);
}

export function nameNode({
  context,
  id,
  node,
}: {
  context: Context;
  id: NodeId;
  node: Pick<GraphNode, 'type' | 'title'> | null | undefined;
}): NodeName {
  const type = node?.type ?? '';
  const own = context.nodeTypes.catalog.get(type)?.title ?? { ja: type || id, en: type || id };
  return { id, type, title: node?.title == null ? own : { ja: node.title, en: node.title } };
}
