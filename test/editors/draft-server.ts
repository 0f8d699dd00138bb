import { canonicalJson } from '@sodate/journey/compile/canonical-json';
import { applyInOrder } from '@sodate/journey/edit/apply-in-order';
import type { Command } from '@sodate/journey/edit/command';
import { emptyGraph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import type {
  DraftNews,
  DraftTransport,
  LoadedDraft,
  StoredCommand,
} from '../../apps/editor/src/stores/draft/draft-types.ts';

const catalog = new Map();

/** Something to meet at. */
const drawn = applyInOrder({
  graph: emptyGraph,
  commands: ['a', 'b', 'c', 'd'].flatMap((name) => {
    const node = { id: asId<'node'>(name), type: 'step', revision: 1, position: { x: 0, y: 0 } };
    const add: Command = { kind: 'add-node', node: { ...node, config: { p: [1, 2, 3], q: { p: 1 } } } };
    return [{ id: name, command: add }];
  }),
  catalog,
}).graph;

export type Batch = Parameters<DraftTransport['send']>[0];
type Answer = DraftNews & { readonly refused: { readonly id: string; readonly refusal: unknown }[] };

/** Orders as the real one does (`services/journey/apply-commands.ts`), with a short memory; data come back as from jsonb. */
export class DraftServer {
  graph = drawn;
  readonly stored: StoredCommand[] = [];
  static readonly mostCommands = 4;

  get revision(): number {
    return this.stored.length;
  }

  take({ base, commands }: Batch): Answer {
    const fresh = commands.filter(({ id }) => !this.stored.some((known) => known.id === id));
    const { graph, applied, refused } = applyInOrder({ graph: this.graph, commands: fresh, catalog });
    for (const one of applied) this.stored.push({ ...one, revision: this.revision + 1 });
    this.graph = asStored(graph);
    return { ...this.since(base), refused: [...refused] };
  }

  since(base: number): DraftNews {
    const { revision, graph } = this;
    const far = base > revision || revision - base > DraftServer.mostCommands;
    const commands = asStored(this.stored.slice(base));
    const since = far ? { kind: 'graph' as const, graph } : { kind: 'commands' as const, commands };
    return { revision, savedAt: 0, since, summaries: {}, problems: [] };
  }

  load(): LoadedDraft {
    const { revision, graph } = this;
    const journey = asId<'journey'>('01900000-0000-7000-8000-000000000001');
    return { journey, revision, graph, savedAt: 0, live: null, summaries: {}, problems: [] };
  }
}

/** jsonb keeps no order of keys. */
export function asStored<T extends object>(value: T): T {
  return JSON.parse(canonicalJson(value)) as T;
}
