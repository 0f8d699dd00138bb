import { applyInOrder } from '@sodate/journey/edit/apply-in-order';
import type { Command } from '@sodate/journey/edit/command';
import type { OutcomeCatalog } from '@sodate/journey/edit/outcome-catalog';
import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { CommandsRejected, type DraftNews, type DraftTransport, type StoredCommand } from './draft-types.ts';
import type { PendingShelf, ShelvedCommand } from './pending-shelf.ts';

const catalog: OutcomeCatalog = new Map();
const journey = asId<'journey'>('01900000-0000-7000-8000-000000000001');

/** A server in memory: orders commands, drops repeats, and can be away or deaf. */
export class FakeServer {
  graph: Graph = emptyGraph;
  stored: (StoredCommand & { clientId?: string })[] = [];
  away = false;
  rejects: (command: Command) => boolean = () => false;
  loseAnswer = false;
  batches: number[] = [];
  #listeners = new Set<(news: DraftNews) => void>();

  take(commands: readonly { id: string; command: Command }[]): void {
    for (const one of commands) {
      if (this.stored.some((known) => known.id === one.id)) continue;
      this.stored.push({ ...one, revision: this.stored.length + 1 });
      this.graph = applyInOrder({ graph: this.graph, commands: [one], catalog }).graph;
    }
  }

  news(base: number): DraftNews {
    const commands = this.stored.slice(base);
    return {
      revision: this.stored.length,
      savedAt: 7,
      since: { kind: 'commands', commands },
      summaries: {},
      problems: [],
    };
  }

  /** Somebody else draws. */
  draw(command: Command): void {
    const base = this.stored.length;
    this.take([{ id: `other-${base}`, command }]);
    for (const listener of this.#listeners) listener(this.news(base));
  }

  transport(): DraftTransport {
    return {
      load: async () => {
        if (this.away) throw new Error('away');
        const { graph, stored } = this;
        return { journey, graph, revision: stored.length, savedAt: 0, live: null, summaries: {}, problems: [] };
      },
      send: async ({ base, commands }) => {
        if (this.away) throw new Error('away');
        this.batches.push(commands.length);
        if (commands.some(({ command }) => this.rejects(command))) throw new CommandsRejected();
        this.take(commands);
        if (this.loseAnswer) {
          this.loseAnswer = false;
          throw new Error('the connection was cut after the server had stored the commands');
        }
        return this.news(base);
      },
      watch: ({ onNews }) => {
        this.#listeners.add(onNews);
        return () => this.#listeners.delete(onNews);
      },
    };
  }
}

/** What a browser keeps of commands that have not left. */
export class MemoryShelf implements PendingShelf {
  readonly entries = new Map<string, ShelvedCommand>();
  put(entry: ShelvedCommand): void {
    this.entries.set(entry.id, entry);
  }
  remove(ids: readonly string[]): void {
    for (const one of ids) this.entries.delete(one);
  }
  list(): readonly ShelvedCommand[] {
    return [...this.entries.values()].sort((one, other) => one.order - other.order);
  }
}
