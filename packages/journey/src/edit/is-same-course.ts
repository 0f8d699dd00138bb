import { canonicalJson } from '../compile/canonical-json.ts';
import type { Graph } from '../graph/graph.ts';

/** Whether leads go the same way by both graphs. Where nodes stand, notes and groups are only for whoever draws. */
export function isSameCourse({ one, other }: { one: Graph; other: Graph }): boolean {
  return canonicalJson(courseOf(one)) === canonicalJson(courseOf(other));
}

function courseOf({ nodes, edges, settings }: Graph) {
  const drawn = Object.values(nodes).map(({ id, type, title, config }) => [id, { type, title, config }]);
  return { nodes: Object.fromEntries(drawn), edges, settings };
}
