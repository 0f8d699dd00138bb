import { sameText, type Text } from '../text.ts';
import type { Graph, GraphNode } from './graph.ts';
import type { NodeCatalog, Surroundings } from './node-contract.ts';

/** The nodes of a graph with the titles they are spoken of by: `Surroundings.nodes` of that graph. */
export function listNodes({
  graph,
  catalog,
  mails,
}: {
  graph: Pick<Graph, 'nodes'>;
  catalog: NodeCatalog;
  mails: Surroundings['mails'];
}): Surroundings['nodes'] {
  const names = new Map(mails.map(({ id, name }) => [id, name]));
  const titleOf = ({ type, title, config }: GraphNode): Text => {
    if (title !== undefined) return sameText(title);
    // Nodes that send mails are told apart by what they send.
    const contract = catalog.get(type);
    const mail = names.size === 0 ? undefined : names.get(contract?.mailOf?.(config)?.mail ?? '');
    return mail === undefined ? (contract?.title ?? sameText(type)) : sameText(mail);
  };
  return Object.values(graph.nodes).map((node) => ({ id: node.id, type: node.type, title: titleOf(node) }));
}
