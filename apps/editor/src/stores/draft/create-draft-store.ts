import { applyCommand } from '@sodate/journey/edit/apply-command';
import { applyInOrder } from '@sodate/journey/edit/apply-in-order';
import type { Command } from '@sodate/journey/edit/command';
import type { OutcomeCatalog } from '@sodate/journey/edit/outcome-catalog';
import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import type { Problem } from '@sodate/journey/validate/problem';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DraftNotice, DraftTransport, LoadedDraft, PendingCommand } from './draft-types.ts';
import type { Confirmed } from './integrate-news.ts';
import type { PendingShelf } from './pending-shelf.ts';
import { Sender, type SenderTimings } from './sender.ts';
import { typingPlace } from './typing-place.ts';
import { isTypedBack, takesOnlyOwn, type UndoStep, undoStep } from './undo-step.ts';

export interface DraftState {
  readonly live: LoadedDraft['live'];
  /** What the server has confirmed. */
  readonly base: Confirmed;
  readonly pending: readonly PendingCommand[];
  /** What is drawn: the base with everything pending. */
  readonly graph: Graph;
  readonly summaries: Readonly<Record<NodeId, Text>>;
  readonly problems: readonly Problem[];
  readonly savedAt: number;
  /** False while the server does not answer: commands are kept and sent when it does. */
  readonly online: boolean;
  readonly undos: readonly UndoStep[];
  readonly redos: readonly UndoStep[];
  readonly notice: DraftNotice | undefined;
  /** The field being typed in: further keystrokes belong to the same step. */
  readonly typing: { readonly place: string; readonly at: number } | undefined;
}

export interface DraftStore extends StoreApi<DraftState> {
  /** Does a command at once and sends it. @returns false where it does not apply to the graph as drawn. */
  dispatch(command: Command): boolean;
  undo(): void;
  redo(): void;
  /** Loads what is published now again, after publishing. */
  reload(): Promise<void>;
  dismissNotice(): void;
  /** Sends at once what is pending. Resolves when nothing is, or the server is away. */
  flush(): Promise<void>;
  /** Begins to send and to hear; until then the draft is only drawn. May be called again after `close`. */
  open(): void;
  /** Draws what has just been loaded, where one comes back: all of it, unless nobody knows what it holds of commands under way. */
  takeUp(loaded: LoadedDraft): void;
  /** What is pending leaves; nothing more is heard. */
  close(): void;
}

/** The draft of one journey, ready to be drawn. Commands left over from an earlier visit are done and sent again. */
export function createDraftStore({
  loaded,
  transport,
  shelf,
  catalog,
  newId,
  clock,
  timings,
}: {
  loaded: LoadedDraft;
  transport: DraftTransport;
  shelf: PendingShelf;
  catalog: OutcomeCatalog;
  newId: () => string;
  clock: () => number;
  timings: SenderTimings;
}): DraftStore {
  const leftovers = shelf.list();
  const pending = leftovers.map(({ id, command }) => ({ id, command, sent: true }));
  const store = createStore<DraftState>(() => startState({ loaded, pending, catalog }));
  const sender = new Sender({ store, transport, shelf, catalog, timings });
  let order = Math.max(clock(), ...leftovers.map((entry) => entry.order + 1));

  /** Draws the command, keeps it, and lets the sender know. @returns how it is taken back. */
  function enact({ command, place }: { command: Command; place?: string | undefined }): UndoStep | undefined {
    const { graph, pending: before } = store.getState();
    const result = applyCommand({ graph, command, catalog });
    if (result.kind === 'refused') return undefined;
    const id = newId();
    shelf.put({ id, command, order: ++order });
    const last = before.at(-1);
    // Stands for both. Its id is new: another tab may have found the last on the shelf and sent it already.
    const over = place !== undefined && last?.sent === false && typingPlace(last.command) === place ? last : undefined;
    if (over !== undefined) shelf.remove([over.id]);
    const kept = over === undefined ? before : before.slice(0, -1);
    store.setState({ graph: result.graph, pending: [...kept, { id, command, sent: false }] });
    sender.wake();
    return undoStep({ graph: result.graph, command: result.inverse, catalog });
  }

  function dispatch(command: Command): boolean {
    const at = clock();
    const place = typingPlace(command);
    const { typing, undos, graph: before } = store.getState();
    const last = undos.at(-1);
    const isTypedOn = typing !== undefined && typing.place === place && at - typing.at < timings.typingMs;
    // What somebody else has written there between two keystrokes is not to be undone with them.
    const isLast = last !== undefined && takesOnlyOwn({ graph: before, step: last, catalog });
    const goesOn = isTypedOn && isLast;
    const takesBack = isLast && isTypedBack({ command, last });
    const step = enact({ command, place });
    if (step === undefined) return false;
    const { graph } = store.getState();
    const kept = undos.slice(0, -1);
    const next = () => {
      if (takesBack) return kept;
      return goesOn
        ? [...kept, undoStep({ graph, command: last.command, catalog })]
        : [...undos, step].slice(-mostUndos);
    };
    // What is typed after that is a step of its own: the one before it is another's.
    store.setState({ undos: next(), redos: [], typing: place === undefined || takesBack ? undefined : { place, at } });
    return true;
  }

  function travel(from: 'undos' | 'redos'): void {
    const { [from]: stack, graph } = store.getState();
    const step = stack.at(-1);
    if (step === undefined) return;
    const back = takesOnlyOwn({ graph, step, catalog }) ? enact(step) : undefined;
    store.setState({ [from]: stack.slice(0, -1), typing: undefined });
    if (back === undefined) {
      store.setState({ notice: { kind: 'cannot-undo' } });
      return;
    }
    const to = from === 'undos' ? 'redos' : 'undos';
    store.setState({ [to]: [...store.getState()[to], back] });
  }

  return Object.assign(store, {
    dispatch,
    undo: () => travel('undos'),
    redo: () => travel('redos'),
    reload: () => sender.reload(),
    dismissNotice: () => store.setState({ notice: undefined }),
    flush: () => sender.flush(),
    open: () => sender.open(),
    takeUp: (draft: LoadedDraft) => sender.takeUp(draft),
    close: () => sender.close(),
  });
}

const mostUndos = 500;

function startState({
  loaded,
  pending,
  catalog,
}: {
  loaded: LoadedDraft;
  pending: readonly PendingCommand[];
  catalog: OutcomeCatalog;
}): DraftState {
  const { graph, revision, live, summaries, problems, savedAt } = loaded;
  return {
    live,
    base: { graph, revision },
    pending,
    graph: applyInOrder({ graph, commands: pending, catalog }).graph,
    summaries,
    problems,
    savedAt,
    online: true,
    undos: [],
    redos: [],
    notice: undefined,
    typing: undefined,
  };
}
