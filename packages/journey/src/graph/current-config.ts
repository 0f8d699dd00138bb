import type { JsonObject } from '../json.ts';
import type { GraphNode } from './graph.ts';
import type { NodeContract } from './node-contract.ts';

/** A node's config as its installed type understands it: an older one is brought along. */
export function currentConfig({ node, contract }: { node: GraphNode; contract: NodeContract }): JsonObject {
  if (node.revision >= contract.revision || contract.upgrade === undefined) return node.config;
  return contract.upgrade({ config: node.config, revision: node.revision });
}
