import { isUuid } from '../id.ts';
import type { Graph } from './graph.ts';

/** Every UUID that stands in the settings of a graph's nodes or its own, however deep: mails, people, teams, journeys. */
export function listMentionedIds({ nodes, settings }: Pick<Graph, 'nodes' | 'settings'>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { config } of Object.values(nodes)) collectIds({ value: config, found });
  collectIds({ value: settings, found });
  return found;
}

function collectIds({ value, found }: { value: unknown; found: Set<string> }): void {
  if (typeof value === 'string') {
    if (isUuid(value)) found.add(value.toLowerCase());
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) collectIds({ value: inner, found });
  }
}
