import { applyCommand } from '@sodate/journey/edit/apply-command';
import type { Command } from '@sodate/journey/edit/command';
import type { OutcomeCatalog } from '@sodate/journey/edit/outcome-catalog';
import type { Graph } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import type { Problem } from '@sodate/journey/validate/problem';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyAll } from './apply-all.ts';
import type { DraftNotice, DraftTransport, LoadedDraft, PendingCommand } from './draft-types.ts';
import type { Confirmed } from './integrate-news.ts';
import { mergeTyping, type Typing } from './merge-typing.ts';
import type { PendingShelf } from './pending-shelf.ts';
import { Sender, type SenderTimings } from './sender.ts';

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
  readonly undos: readonly Command[];
  readonly redos: readonly Command[];
  readonly notice: DraftNotice | undefined;
  /** The field being typed in: further keystrokes belong to the same step. */
  readonly typing: Typing | undefined;
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

  /** Draws the command, keeps it, and lets the sender know. */
  function enact({ command, typing }: { command: Command; typing?: Typing | undefined }): Command | undefined {
    const { graph, pending: before } = store.getState();
    const result = applyCommand({ graph, command, catalog });
    if (result.kind === 'refused') return undefined;
    const last = before.at(-1);
    const merges = typing !== undefined && last !== undefined && mergeTyping({ last, typing });
    const id = merges ? last.id : newId();
    const kept = merges ? before.slice(0, -1) : before;
    shelf.put({ id, command, order: merges ? order : ++order });
    store.setState({ graph: result.graph, pending: [...kept, { id, command, sent: false }] });
    sender.wake();
    return result.inverse;
  }

  function dispatch(command: Command): boolean {
    const typed = typingOf({ command, at: clock() });
    const { typing, undos } = store.getState();
    const inverse = enact({ command, typing: typed });
    if (inverse === undefined) return false;
    const same = typed !== undefined && typing?.place === typed.place && typed.at - typing.at < timings.typingMs;
    store.setState({ undos: same ? undos : [...undos, inverse].slice(-mostUndos), redos: [], typing: typed });
    return true;
  }

  function travel(from: 'undos' | 'redos'): void {
    const stack = store.getState()[from];
    const command = stack.at(-1);
    if (command === undefined) return;
    const inverse = enact({ command });
    store.setState({ [from]: stack.slice(0, -1), typing: undefined });
    if (inverse === undefined) {
      store.setState({ notice: { kind: 'cannot-undo' } });
      return;
    }
    const to = from === 'undos' ? 'redos' : 'undos';
    store.setState({ [to]: [...store.getState()[to], inverse] });
  }

  sender.start();
  return Object.assign(store, {
    dispatch,
    undo: () => travel('undos'),
    redo: () => travel('redos'),
    reload: () => sender.reload(),
    dismissNotice: () => store.setState({ notice: undefined }),
    flush: () => sender.flush(),
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
    graph: applyAll({ graph, commands: pending, catalog }),
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

/** Commands that set one place may follow each other at every keystroke. */
function typingOf({ command, at }: { command: Command; at: number }): Typing | undefined {
  switch (command.kind) {
    case 'set-config':
      return { place: `${command.node}/${command.path.join('/')}`, at };
    case 'rename-node':
      return { place: `${command.node}#title`, at };
    case 'set-setting':
      return { place: `#settings/${command.path.join('/')}`, at };
    case 'put-note':
      return { place: `#note/${command.note.id}`, at };
    default:
      return undefined;
  }
}
