import { applyInOrder } from '@sodate/journey/edit/apply-in-order';
import type { OutcomeCatalog } from '@sodate/journey/edit/outcome-catalog';
import type { StoreApi } from 'zustand/vanilla';
import type { DraftState } from './create-draft-store.ts';
import { CommandsRejected, type DraftNews, type DraftTransport, type LoadedDraft } from './draft-types.ts';
import { integrateNews } from './integrate-news.ts';
import type { PendingShelf } from './pending-shelf.ts';

/** All spans in milliseconds. */
export interface SenderTimings {
  /** Commands given within this time leave together. */
  readonly gatherMs: number;
  /** Wait before trying again: the first, doubling up to the second. */
  readonly retryFirstMs: number;
  readonly retryMostMs: number;
  /** Setting one place again within this time is one step of undo. */
  readonly typingMs: number;
}

export const usualTimings: SenderTimings = { gatherMs: 150, retryFirstMs: 1_000, retryMostMs: 15_000, typingMs: 2_000 };

const mostAtOnce = 100;

interface SenderParts {
  readonly store: StoreApi<DraftState>;
  readonly transport: DraftTransport;
  readonly shelf: PendingShelf;
  readonly catalog: OutcomeCatalog;
  readonly timings: SenderTimings;
}

/** Sends what is pending, in order, one batch at a time, until the server has it; hears what others do. */
export class Sender {
  readonly #parts: SenderParts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #failures = 0;
  #batchSize = mostAtOnce;
  #closed = false;
  #unwatch = () => {};

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  open(): void {
    this.#closed = false;
    const { store, transport } = this.#parts;
    const { base, pending } = store.getState();
    this.#unwatch = transport.watch({ base: base.revision, onNews: (news) => this.#hear(news) });
    if (pending.length > 0) this.#plan(0);
  }

  /** Something new is pending. While the server is away the next try comes by itself. */
  wake(): void {
    if (this.#running === undefined && this.#failures === 0) this.#plan(this.#parts.timings.gatherMs);
  }

  /** Tries at once. Resolves when nothing is pending, or the server is away. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#drain().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** What is pending leaves, but is not tried again. */
  close(): void {
    if (this.#parts.store.getState().pending.length > 0) void this.flush();
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#unwatch();
  }

  takeUp(loaded: LoadedDraft): void {
    const { store } = this.#parts;
    if (store.getState().pending.length > 0) store.setState({ live: loaded.live });
    else this.#take(loaded);
  }

  async reload(): Promise<void> {
    // Else a command might be in what is loaded already, and would be drawn twice till its answer has come.
    await this.flush();
    this.takeUp(await this.#parts.transport.load());
  }

  async #fillGap(): Promise<void> {
    this.#take(await this.#parts.transport.load());
  }

  #take({ graph, revision, live, summaries, problems, savedAt }: LoadedDraft): void {
    const { store } = this.#parts;
    store.setState({ live });
    // What has been heard meanwhile may be newer.
    if (revision < store.getState().base.revision) return;
    store.setState({ base: { graph, revision }, summaries, problems, savedAt });
    this.#redraw();
  }

  #hear(news: DraftNews, answered: ReadonlySet<string> = new Set()): void {
    const { store, shelf, catalog, timings } = this.#parts;
    const state = store.getState();
    const { base, pending, graph } = state;
    const integrated = integrateNews({ base, pending, graph, news, answered, catalog });
    if (integrated === 'gap') {
      this.#fillGap().catch(() => this.#plan(timings.retryFirstMs));
      return;
    }
    const { overtaken, ...next } = integrated;
    const left = new Set(next.pending.map(({ id }) => id));
    shelf.remove(pending.filter(({ id }) => !left.has(id)).map(({ id }) => id));
    const { summaries, problems, savedAt } = news.revision >= next.base.revision ? news : state;
    const told = state.notice?.kind === 'overtaken' ? state.notice.count : 0;
    const notice = overtaken > 0 ? { kind: 'overtaken' as const, count: told + overtaken } : state.notice;
    store.setState({ ...next, summaries, problems, savedAt, notice });
  }

  async #drain(): Promise<void> {
    const { store, timings } = this.#parts;
    while (!this.#closed && store.getState().pending.length > 0) {
      await this.#sendBatch();
      if (this.#failures > 0) {
        this.#plan(Math.min(timings.retryFirstMs * 2 ** (this.#failures - 1), timings.retryMostMs));
        return;
      }
    }
    this.#batchSize = mostAtOnce;
  }

  async #sendBatch(): Promise<void> {
    const { store, transport } = this.#parts;
    const { pending, base } = store.getState();
    const batch = pending.slice(0, this.#batchSize);
    const ids = new Set(batch.map(({ id }) => id));
    store.setState({ pending: pending.map((one) => (ids.has(one.id) ? { ...one, sent: true } : one)) });
    const commands = batch.map(({ id, command }) => ({ id, command }));
    try {
      this.#hear(await transport.send({ base: base.revision, commands }), ids);
      this.#failures = 0;
      store.setState({ online: true });
    } catch (error) {
      if (error instanceof CommandsRejected) this.#dropRejected({ error, ids });
      else {
        this.#failures += 1;
        store.setState({ online: false });
      }
    }
  }

  /** A batch is refused as a whole: it is sent again one by one, so that only the faulty command is lost. */
  #dropRejected({ error, ids }: { error: CommandsRejected; ids: ReadonlySet<string> }): void {
    const { store, shelf } = this.#parts;
    this.#failures = 0;
    if (ids.size > 1) {
      this.#batchSize = 1;
      return;
    }
    shelf.remove([...ids]);
    const pending = store.getState().pending.filter(({ id }) => !ids.has(id));
    store.setState({ pending, online: true, notice: { kind: 'rejected', text: error.text } });
    this.#redraw();
  }

  #redraw(): void {
    const { store, catalog } = this.#parts;
    const { base, pending } = store.getState();
    store.setState({ graph: applyInOrder({ graph: base.graph, commands: pending, catalog }).graph });
  }

  #plan(delayMs: number): void {
    clearTimeout(this.#timer);
    if (!this.#closed) this.#timer = setTimeout(() => void this.flush(), delayMs);
  }
}
