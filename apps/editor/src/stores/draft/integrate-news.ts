import { applyInOrder } from '@sodate/journey/edit/apply-in-order';
import type { OutcomeCatalog } from '@sodate/journey/edit/outcome-catalog';
import type { Graph } from '@sodate/journey/graph/graph';
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
  answered,
  catalog,
}: {
  base: Confirmed;
  pending: readonly PendingCommand[];
  graph: Graph;
  news: DraftNews;
  /** The commands that the news answers: the server has stored or refused each, though it may not name it any more. */
  answered: ReadonlySet<string>;
  catalog: OutcomeCatalog;
}): Integrated | 'gap' {
  const next = advance({ base, news, catalog });
  if (next === 'gap') return 'gap';
  const refused = new Set(news.refused?.map(({ id }) => id));
  const stored = new Set(news.since.kind === 'commands' ? news.since.commands.map(({ id }) => id) : []);
  const left = pending.filter(({ id }) => !stored.has(id) && !refused.has(id) && !answered.has(id));
  const echoed = next.fresh !== undefined && isEcho({ fresh: next.fresh, pending, left });
  return {
    base: next.base,
    pending: left,
    graph: echoed ? graph : applyInOrder({ graph: next.base.graph, commands: left, catalog }).graph,
    overtaken: pending.filter(({ id }) => refused.has(id)).length,
  };
}

interface Advanced {
  readonly base: Confirmed;
  /** The commands that brought it there; undefined where the server sent the whole graph. */
  readonly fresh: readonly StoredCommand[] | undefined;
}

function advance({
  base,
  news: { since, revision },
  catalog,
}: {
  base: Confirmed;
  news: DraftNews;
  catalog: OutcomeCatalog;
}): Advanced | 'gap' {
  if (since.kind === 'graph') {
    return revision < base.revision
      ? { base, fresh: [] }
      : { base: { revision, graph: since.graph }, fresh: undefined };
  }
  const fresh = since.commands.filter((one) => one.revision > base.revision);
  const [first, last] = [fresh[0], fresh.at(-1)];
  if (first === undefined || last === undefined) return { base, fresh };
  if (first.revision !== base.revision + 1) return 'gap';
  const { graph } = applyInOrder({ graph: base.graph, commands: fresh, catalog });
  return { base: { revision: last.revision, graph }, fresh };
}

/** True where exactly what was given here first has come back, in that order: what is drawn stays as it is. */
function isEcho({
  fresh,
  pending,
  left,
}: {
  fresh: readonly StoredCommand[];
  pending: readonly PendingCommand[];
  left: readonly PendingCommand[];
}): boolean {
  return pending.length - left.length === fresh.length && fresh.every(({ id }, index) => pending[index]?.id === id);
}
