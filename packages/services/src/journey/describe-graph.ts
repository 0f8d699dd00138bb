import { callNode } from '@sodate/journey/graph/call-node';
import type { Graph, GraphNode } from '@sodate/journey/graph/graph';
import { listNodes } from '@sodate/journey/graph/list-nodes';
import type { NodeCatalog, Surroundings } from '@sodate/journey/graph/node-contract';
import { summariseNodes } from '@sodate/journey/graph/summarise-nodes';
import type { NodeId } from '@sodate/journey/id';
import { sameText, type Text } from '@sodate/journey/text';
import type { Problem } from '@sodate/journey/validate/problem';
import { validateGraph } from '@sodate/journey/validate/validate-graph';
import type { OutsideWorld } from './read-surroundings.ts';

/** What the canvas cannot know by itself: each node's line of settings, and what is wrong. */
export interface GraphDescription {
  readonly summaries: Readonly<Record<NodeId, Text>>;
  readonly problems: readonly Problem[];
}

/** Pure; some milliseconds on a thousand nodes. A node type that fails gets an empty line, never an exception. */
export function describeGraph({
  graph,
  catalog,
  outside,
}: {
  graph: Graph;
  catalog: NodeCatalog;
  outside: OutsideWorld;
}): GraphDescription {
  const surroundings = surroundingsOf({ graph, catalog, outside });
  return {
    summaries: summariseNodes({ graph, catalog, surroundings }),
    problems: validateGraph({ graph, catalog, surroundings }),
  };
}

/** All that a node of this graph may refer to. */
export function surroundingsOf({
  graph,
  catalog,
  outside,
}: {
  graph: Graph;
  catalog: NodeCatalog;
  outside: OutsideWorld;
}): Surroundings {
  return { ...outside, nodes: listNodes({ graph, catalog, mails: outside.mails }) };
}

/** The marketer's own title, else the type's, else the type's name. */
export function titleOf({ node, catalog }: { node: GraphNode; catalog: NodeCatalog }): Text {
  if (node.title !== undefined) return sameText(node.title);
  return catalog.get(node.type)?.title ?? sameText(node.type);
}

/** As `titleOf`; where it has no title of its own, with the line of settings on its card. */
export function calledOf({
  node,
  catalog,
  summary,
}: {
  node: GraphNode;
  catalog: NodeCatalog;
  summary: Text | undefined;
}): Text {
  return callNode({ node, type: catalog.get(node.type)?.title ?? sameText(node.type), summary });
}

/** The line of settings on a node's card; empty where its type is missing or fails. */
export function summaryOf({
  node,
  catalog,
  surroundings,
}: {
  node: GraphNode;
  catalog: NodeCatalog;
  surroundings: Surroundings;
}): Text {
  try {
    const title = node.title === undefined ? {} : { title: node.title };
    return catalog.get(node.type)?.summary({ config: node.config, surroundings, ...title }) ?? sameText('');
  } catch {
    return sameText('');
  }
}
