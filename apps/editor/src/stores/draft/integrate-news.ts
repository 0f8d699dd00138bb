import type { OutcomeCatalog } from '@sodate/journey/edit/outcome-catalog';
import type { Graph } from '@sodate/journey/graph/graph';
import { applyAll } from './apply-all.ts';
import type { DraftNews, PendingCommand, StoredCommand } from './draft-types.ts';

export interface Confirmed {
  readonly revision: number;
  readonly graph: Graph;
}

export interface Integrated {
  readonly base: Confirmed;
  readonly pending: readonly PendingCommand[];
  /** The base with all pending commands on it. */
  readonly graph: Graph;
  /** Pending commands that the server has refused. */
  readonly overtaken: number;
}

/**
 * Brings news from the server under what is still pending here. Repeats and old news change nothing.
 * @returns 'gap' where commands in between are missing: load the draft again.
 */
export function integrateNews({
  base,
  pending,
  graph,
  news,
  catalog,
}: {
  base: Confirmed;
  pending: readonly PendingCommand[];
  graph: Graph;
  news: DraftNews;
  catalog: OutcomeCatalog;
}): Integrated | 'gap' {
  const refused = new Set(news.refused?.map(({ id }) => id));
  const overtaken = pending.filter(({ id }) => refused.has(id)).length;
  if (news.since.kind === 'graph') {
    if (news.revision < base.revision) return { base, pending, graph, overtaken: 0 };
    const left = pending.filter(({ id }) => !refused.has(id));
    const next = { revision: news.revision, graph: news.since.graph };
    return { base: next, pending: left, graph: applyAll({ graph: next.graph, commands: left, catalog }), overtaken };
  }
  const fresh = news.since.commands.filter(({ revision }) => revision > base.revision);
  const first = fresh[0];
  if (first !== undefined && first.revision !== base.revision + 1) return 'gap';
  const stored = new Set(news.since.commands.map(({ id }) => id));
  const left = pending.filter(({ id }) => !stored.has(id) && !refused.has(id));
  const next = {
    revision: fresh.at(-1)?.revision ?? base.revision,
    graph: applyAll({ graph: base.graph, commands: fresh, catalog }),
  };
  const changed = refused.size > 0 || !areFirstOf({ fresh, pending });
  return {
    base: next,
    pending: left,
    graph: changed ? applyAll({ graph: next.graph, commands: left, catalog }) : graph,
    overtaken,
  };
}

/** True where the news is only an echo of what was given here, in that order: the graph shown stays as it is. */
function areFirstOf({
  fresh,
  pending,
}: {
  fresh: readonly StoredCommand[];
  pending: readonly PendingCommand[];
}): boolean {
  return fresh.every(({ id }, index) => pending[index]?.id === id);
}
