import type { Graph } from './graph.ts';
import type { NodeCatalog, Surroundings } from './node-contract.ts';

/** The nodes of a graph with the titles they are shown by: `Surroundings.nodes` of that graph. */
export function listNodes({ graph, catalog }: { graph: Graph; catalog: NodeCatalog }): Surroundings['nodes'] {
  return Object.values(graph.nodes).map(({ id, type, title }) => ({
    id,
    type,
    title: title === undefined ? (catalog.get(type)?.title ?? { ja: type, en: type }) : { ja: title, en: title },
  }));
}
