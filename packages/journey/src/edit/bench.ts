import type { Graph } from '../graph/graph.ts';
import type { Command, Refusal } from './command.ts';

type Part = keyof Graph;

/**
 * A graph being changed. Its parts are shared with the graph it came from until they are first written to, so a step
 * on a thousand nodes copies one record, not the graph; and a refusal leaves nothing behind.
 */
export class Bench {
  #graph: Graph;
  readonly #own = new Set<Part>();
  /** What undoes the steps so far, last step first. */
  readonly #undo: Command[] = [];

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  get graph(): Graph {
    return this.#graph;
  }

  /** Puts an entry into one of the records. */
  put<Key extends Exclude<Part, 'settings'>>(place: {
    part: Key;
    id: string;
    value: Graph[Key][keyof Graph[Key]];
  }): void {
    this.#writable(place.part)[place.id] = place.value;
  }

  drop({ part, id }: { part: Exclude<Part, 'settings'>; id: string }): void {
    delete this.#writable(part)[id];
  }

  setSettings(settings: Graph['settings']): void {
    this.#graph = { ...this.#graph, settings };
  }

  /** To be called after each step with the command that takes it back. */
  undoBy(command: Command): void {
    this.#undo.push(command);
  }

  /** One command that takes all steps back. */
  get inverse(): Command {
    const commands = this.#undo.toReversed();
    const [only] = commands;
    return commands.length === 1 && only !== undefined ? only : { kind: 'batch', commands };
  }

  #writable(part: Exclude<Part, 'settings'>): Record<string, unknown> {
    if (!this.#own.has(part)) {
      this.#graph = { ...this.#graph, [part]: { ...this.#graph[part] } };
      this.#own.add(part);
    }
    // Just copied: this bench is the only holder of the record.
    return this.#graph[part] as Record<string, unknown>;
  }
}

/** Why a step cannot be made; undefined: it was made. */
export type Stepped = Refusal | undefined;
