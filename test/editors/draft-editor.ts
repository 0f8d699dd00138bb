import { createDraftStore, type DraftStore } from '../../apps/editor/src/stores/draft/create-draft-store.ts';
import type { DraftNews, DraftTransport, LoadedDraft } from '../../apps/editor/src/stores/draft/draft-types.ts';
import type { PendingShelf, ShelvedCommand } from '../../apps/editor/src/stores/draft/pending-shelf.ts';
import { asStored, type Batch, type DraftServer } from './draft-server.ts';

const catalog = new Map();
const never = 100_000_000;

interface Request {
  readonly batch: Batch;
  readonly answer: PromiseWithResolvers<DraftNews>;
  answered?: DraftNews;
}

/** One tab. What it sends, and what it is told, is under way until a step of the test lets it arrive. */
export class DraftEditor {
  store!: DraftStore;
  readonly shelved = new Map<string, ShelvedCommand>();
  readonly sent = new Set<string>();
  /** How many of its changes the person was told were dropped. */
  told = 0;
  clock = 0;
  #request: Request | undefined;
  readonly #stray: Batch[] = [];
  #news: DraftNews[] = [];
  #loading: { readonly draft: LoadedDraft; readonly arrival: PromiseWithResolvers<LoadedDraft> } | undefined;
  #watched = { from: 0, until: 0 };
  #onNews: (news: DraftNews) => void = () => {};
  readonly #server: DraftServer;
  readonly #newId: () => string;

  constructor({ server, newId }: { server: DraftServer; newId: () => string }) {
    this.#server = server;
    this.#newId = newId;
    this.open();
  }

  open(): void {
    const { shelved } = this;
    const shelf: PendingShelf = {
      put: (entry) => shelved.set(entry.id, asStored(entry)),
      remove: (ids) => ids.forEach((id) => void shelved.delete(id)),
      list: () => [...shelved.values()].sort((one, other) => one.order - other.order),
    };
    this.store = createDraftStore({
      loaded: this.#server.load(),
      transport: this.#transport(),
      shelf,
      catalog,
      newId: this.#newId,
      clock: () => this.clock,
      timings: { gatherMs: never, retryFirstMs: never, retryMostMs: never, typingMs: 2_000 },
    });
    this.store.open();
    this.store.subscribe((now, before) => {
      if (now.notice === before.notice || now.notice?.kind !== 'overtaken') return;
      this.told += now.notice.count - (before.notice?.kind === 'overtaken' ? before.notice.count : 0);
    });
  }

  /** The tab is closed and opened again. What was sent may arrive all the same; no answer finds it. */
  reopen(): void {
    this.store.close();
    if (this.#request !== undefined && this.#request.answered === undefined) this.#stray.push(this.#request.batch);
    this.#request = undefined;
    this.#loading = undefined;
    this.#news = [];
    this.open();
  }

  /** Looks at something else, and comes back. */
  leaveAndReturn(): void {
    this.store.close();
    this.#news = [];
    this.store.takeUp(this.#server.load());
    this.store.open();
  }

  #transport(): DraftTransport {
    return {
      load: () => {
        this.#loading = { draft: this.#server.load(), arrival: Promise.withResolvers<LoadedDraft>() };
        return this.#loading.arrival.promise;
      },
      send: (batch) => {
        for (const { id } of batch.commands) this.sent.add(id);
        this.#request = { batch: asStored(batch), answer: Promise.withResolvers<DraftNews>() };
        return this.#request.answer.promise;
      },
      watch: ({ base, onNews }) => {
        this.#watched = { from: base, until: base };
        this.#onNews = onNews;
        return () => {};
      },
    };
  }

  arrive(): void {
    const stray = this.#stray.shift();
    if (stray !== undefined) this.#server.take(stray);
    else if (this.#request !== undefined) this.#request.answered ??= this.#server.take(this.#request.batch);
  }

  answer(): void {
    if (this.#request?.answered === undefined) return;
    const { answer, answered } = this.#request;
    this.#request = undefined;
    answer.resolve(asStored(answered));
  }

  /** The connection is cut, before or after the server had the request. */
  lose(): void {
    const request = this.#request;
    this.#request = undefined;
    if (request !== undefined && request.answered === undefined) this.#stray.push(request.batch);
    request?.answer.reject(new Error('cut'));
  }

  /** The server writes down what is new since it last did; it arrives later. */
  ring(): void {
    if (this.#server.revision === this.#watched.until) return;
    this.#news.push(asStored(this.#server.since(this.#watched.until)));
    this.#watched.until = this.#server.revision;
  }

  hear(): void {
    const news = this.#news.shift();
    if (news !== undefined) this.#onNews(news);
  }

  /** The stream begins anew where it first began. */
  reconnect(): void {
    this.#news = [];
    this.#watched.until = this.#watched.from;
  }

  loaded(): void {
    const loading = this.#loading;
    this.#loading = undefined;
    loading?.arrival.resolve(asStored(loading.draft));
  }

  get isSettled(): boolean {
    const { pending, base } = this.store.getState();
    const quiet = this.#stray.length === 0 && this.#news.length === 0 && this.#loading === undefined;
    return quiet && pending.length === 0 && base.revision === this.#server.revision;
  }
}
