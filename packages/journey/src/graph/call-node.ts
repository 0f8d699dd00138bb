import { sameText, type Text } from '../text.ts';
import type { GraphNode } from './graph.ts';

/**
 * How a list calls a node: by the marketer's own title, else by its type and the line of settings that its card bears,
 * so that two nodes of one type are told apart.
 */
export function callNode({
  node,
  type,
  summary,
}: {
  node: Pick<GraphNode, 'title' | 'config'>;
  type: Text;
  summary: Text | undefined;
}): Text {
  if (node.title !== undefined) return sameText(node.title);
  // Where nothing is set, the line tells of the type alone: one end is as good as another.
  if (Object.keys(node.config).length === 0) return type;
  if (summary === undefined || summary.ja === '' || summary.en === '') return type;
  return { ja: `${type.ja}（${summary.ja}）`, en: `${type.en} (${summary.en})` };
}
