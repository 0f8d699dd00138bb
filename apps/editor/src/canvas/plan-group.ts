import type { Command } from '@sodate/journey/edit/command';
import type { Graph, Group } from '@sodate/journey/graph/graph';
import { asId, type NodeId } from '@sodate/journey/id';

/** One step that puts nodes into a new group; they leave the groups they were in. Undefined where there are none. */
export function planGroup({
  graph,
  nodes,
  newId,
}: {
  graph: Graph;
  nodes: ReadonlySet<NodeId>;
  newId: () => string;
}): Command | undefined {
  const members = [...nodes].filter((id) => graph.nodes[id] !== undefined);
  if (members.length === 0) return undefined;
  const leave = Object.values(graph.groups).flatMap((group): Command[] => {
    const left = group.nodes.filter((id) => !nodes.has(id));
    if (left.length === group.nodes.length) return [];
    return left.length === 0
      ? [{ kind: 'remove-group', group: group.id }]
      : [{ kind: 'change-group', group: group.id, change: { nodes: left } }];
  });
  const made: Group = { id: asId(newId()), title: '', nodes: members };
  const put: Command = { kind: 'put-group', group: made };
  return leave.length === 0 ? put : { kind: 'batch', commands: [...leave, put] };
}

/** One step that breaks up every group that holds one of the nodes; the nodes stay. */
export function planUngroup({ graph, nodes }: { graph: Graph; nodes: ReadonlySet<NodeId> }): Command | undefined {
  const commands = Object.values(graph.groups)
    .filter((group) => group.nodes.some((id) => nodes.has(id)))
    .map(({ id }) => ({ kind: 'remove-group' as const, group: id }));
  return commands.length === 0 ? undefined : { kind: 'batch', commands };
}
