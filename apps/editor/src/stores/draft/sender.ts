import type { OutcomeCatalog } from '@sodate/journey/edit/outcome-catalog';
import type { StoreApi } from 'zustand/vanilla';
import type { DraftState } from './create-draft-store.ts';
import { CommandsRejected, type DraftNews, type DraftTransport } from './draft-types.ts';
import { applyAll } from './apply-all.ts';
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

export interface Sender {
  start(): void;
  wake(): void;
  reload(): Promise<void>;
  flush(): Promise<void>;
  close(): void;
}

const mostAtOnce = 100;

/** Sends what is pending, in order, one batch at a time, until the server has it; hears what others do. */
export function createSender(parts: {
  store: StoreApi<DraftState>;
  transport: DraftTransport;
  shelf: PendingShelf;
  catalog: OutcomeCatalog;
  timings: SenderTimings;
}): Sender {
  const { store, transport, shelf, catalog, timings } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;
  let batchSize = mostAtOnce;
  let closed = false;
  let unwatch = () => {};

  function hear(news: DraftNews): void {
    const state = store.getState();
    const { base, pending, graph } = state;
    const integrated = integrateNews({ base, pending, graph, news, catalog });
    if (integrated === 'gap') {
      void reload().catch(() => plan(timings.retryFirstMs));
      return;
    }
    const { overtaken, ...next } = integrated;
    const gone = pending.filter(({ id }) => !next.pending.some((left) => left.id === id));
    shelf.remove(gone.map(({ id }) => id));
    const newest = news.revision >= next.base.revision;
    const { summaries, problems, savedAt } = newest ? news : state;
    const notice = overtaken > 0 ? { kind: 'overtaken' as const, count: overtaken } : state.notice;
    store.setState({ ...next, summaries, problems, savedAt, notice });
  }

  async function reload(): Promise<void> {
    const { graph, revision, live, summaries, problems, savedAt } = await transport.load();
    const { pending } = store.getState();
    const shown = applyAll({ graph, commands: pending, catalog });
    store.setState({ base: { graph, revision }, graph: shown, live, summaries, problems, savedAt });
  }

  async function sendBatch(): Promise<void> {
    const { pending, base } = store.getState();
    const batch = pending.slice(0, batchSize);
    const ids = new Set(batch.map(({ id }) => id));
    store.setState({
      pending: pending.map((one) => (ids.has(one.id) ? { ...one, sent: true } : one)),
    });
    const commands = batch.map(({ id, command }) => ({ id, command }));
    try {
      hear(await transport.send({ base: base.revision, commands }));
      failures = 0;
      store.setState({ online: true });
    } catch (error) {
      if (error instanceof CommandsRejected) await dropRejected({ error, ids });
      else await stayAway();
    }
  }

  /** A batch is refused as a whole: it is sent again one by one, so that only the faulty command is lost. */
  async function dropRejected({ error, ids }: { error: CommandsRejected; ids: ReadonlySet<string> }): Promise<void> {
    failures = 0;
    if (ids.size > 1) {
      batchSize = 1;
      return;
    }
    shelf.remove([...ids]);
    const pending = store.getState().pending.filter(({ id }) => !ids.has(id));
    store.setState({ pending, online: true, notice: { kind: 'rejected', text: error.text } });
    const { base } = store.getState();
    store.setState({ graph: applyAll({ graph: base.graph, commands: pending, catalog }) });
  }

  async function stayAway(): Promise<void> {
    failures += 1;
    store.setState({ online: false });
  }

  function plan(delayMs: number): void {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void run(), delayMs);
  }

  async function drain(): Promise<void> {
    while (!closed && store.getState().pending.length > 0) {
      await sendBatch();
      if (failures > 0) return plan(Math.min(timings.retryFirstMs * 2 ** (failures - 1), timings.retryMostMs));
    }
    batchSize = mostAtOnce;
  }

  function run(): Promise<void> {
    clearTimeout(timer);
    running ??= drain().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    start: () => {
      unwatch = transport.watch({ base: store.getState().base.revision, onNews: hear });
      if (store.getState().pending.length > 0) plan(0);
    },
    wake: () => {
      if (running === undefined && failures === 0) plan(timings.gatherMs);
    },
    reload,
    flush: run,
    close: () => {
      closed = true;
      clearTimeout(timer);
      unwatch();
    },
  };
}
