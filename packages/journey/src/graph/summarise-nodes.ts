import type { NodeId } from '../id.ts';
import type { Text } from '../text.ts';
import { currentConfig } from './current-config.ts';
import type { Graph } from './graph.ts';
import { listNodes } from './list-nodes.ts';
import type { NodeCatalog, Surroundings } from './node-contract.ts';

/** The line of settings on each node's card. Nodes of types that are not installed, or that fail to say one, are empty. */
export function summariseNodes({
  graph,
  catalog,
  surroundings,
}: {
  graph: Graph;
  catalog: NodeCatalog;
  surroundings: Surroundings;
}): Readonly<Record<NodeId, Text>> {
  const beside = { ...surroundings, nodes: listNodes({ graph, catalog, mails: surroundings.mails }) };
  return Object.fromEntries(
    Object.values(graph.nodes).map((node) => {
      const contract = catalog.get(node.type);
      if (contract === undefined) return [node.id, empty];
      try {
        const title = node.title === undefined ? {} : { title: node.title };
        const config = currentConfig({ node, contract });
        return [node.id, contract.summary({ config, surroundings: beside, ...title })];
      } catch {
        // A custom type's fault must not keep the journey from being shown; validation says it.
        return [node.id, empty];
      }
    }),
  );
}

const empty: Text = { ja: '', en: '' };
