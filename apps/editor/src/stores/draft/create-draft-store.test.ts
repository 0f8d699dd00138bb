import type { Command } from '@sodate/journey/edit/command';
import type { OutcomeCatalog } from '@sodate/journey/edit/outcome-catalog';
import type { Graph, GraphNode } from '@sodate/journey/graph/graph';
import { asId, type NodeId } from '@sodate/journey/id';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftStore, type DraftStore } from './create-draft-store.ts';
import { FakeServer, MemoryShelf } from './fake-server.ts';

const catalog: OutcomeCatalog = new Map();
const id = (name: string) => asId<'node'>(name);

function node(name: string): GraphNode {
  return { id: id(name), type: 'wait', revision: 1, position: { x: 0, y: 0 }, config: {} };
}

const add = (name: string): Command => ({ kind: 'add-node', node: node(name) });
const setDays = (name: string, value: number): Command => ({
  kind: 'set-config',
  node: id(name),
  path: ['days'],
  value,
});

let server: FakeServer;
let shelf: MemoryShelf;
let opened: DraftStore[] = [];
let given = 0;

async function open(): Promise<DraftStore> {
  const transport = server.transport();
  const store = createDraftStore({
    loaded: await transport.load(),
    transport,
    shelf,
    catalog,
    newId: () => `command-${++given}`,
    clock: () => Date.now(),
    timings: { gatherMs: 10, retryFirstMs: 100, retryMostMs: 400, typingMs: 2_000 },
  });
  store.open();
  opened.push(store);
  return store;
}

const names = (graph: Graph) => Object.keys(graph.nodes).sort();

async function comeBack(store: DraftStore): Promise<void> {
  store.takeUp(await server.transport().load());
  store.open();
}

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  shelf = new MemoryShelf();
});

afterEach(() => {
  for (const store of opened) store.close();
  opened = [];
  vi.useRealTimers();
});

describe('sending', () => {
  it('draws at once, and sends what was given together as one batch', async () => {
    const store = await open();
    store.dispatch(add('a'));
    store.dispatch(add('b'));
    expect(names(store.getState().graph)).toEqual(['a', 'b']);
    expect(server.stored).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(20);
    expect(server.batches).toEqual([2]);
    expect(store.getState()).toMatchObject({ pending: [], savedAt: 7, online: true });
    expect(names(server.graph)).toEqual(['a', 'b']);
  });

  it('keeps commands while the server is away, and sends them in order when it is back', async () => {
    const store = await open();
    server.away = true;
    store.dispatch(add('a'));
    await vi.advanceTimersByTimeAsync(50);
    store.dispatch(setDays('a', 3));
    await vi.advanceTimersByTimeAsync(50);
    expect(store.getState().online).toBe(false);
    expect(store.getState().pending).toHaveLength(2);
    expect(shelf.list()).toHaveLength(2);
    server.away = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.getState()).toMatchObject({ pending: [], online: true });
    expect(server.graph.nodes[id('a')]?.config).toEqual({ days: 3 });
    expect(shelf.list()).toEqual([]);
  });

  it('sends what an earlier visit left behind', async () => {
    const first = await open();
    server.away = true;
    first.dispatch(add('a'));
    await vi.advanceTimersByTimeAsync(50);
    first.close();
    server.away = false;
    const second = await open();
    expect(names(second.getState().graph)).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(50);
    expect(names(server.graph)).toEqual(['a']);
    expect(shelf.list()).toEqual([]);
  });

  it('stores a command once though its answer was lost', async () => {
    const store = await open();
    server.loseAnswer = true;
    store.dispatch(add('a'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.stored).toHaveLength(1);
    expect(store.getState().pending).toEqual([]);
  });

  it('drops only the command that the server rejects, and says so', async () => {
    const store = await open();
    server.rejects = (command) => command.kind === 'add-node' && command.node.id === 'bad';
    store.dispatch(add('a'));
    store.dispatch(add('bad'));
    store.dispatch(add('b'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(names(server.graph)).toEqual(['a', 'b']);
    expect(names(store.getState().graph)).toEqual(['a', 'b']);
    expect(store.getState().notice?.kind).toBe('rejected');
  });

  it('puts the keystrokes in one field together while they have not left', async () => {
    const store = await open();
    store.dispatch(add('a'));
    await vi.advanceTimersByTimeAsync(50);
    for (const days of [1, 12, 123]) store.dispatch(setDays('a', days));
    expect(store.getState().pending).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(50);
    expect(server.graph.nodes[id('a')]?.config).toEqual({ days: 123 });
  });
});

describe('with others on the same draft', () => {
  it('shows what others draw, under what is still pending here', async () => {
    const store = await open();
    server.away = true;
    store.dispatch(add('mine'));
    server.draw(add('theirs'));
    expect(names(store.getState().graph)).toEqual(['mine', 'theirs']);
    server.away = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(names(server.graph)).toEqual(['mine', 'theirs']);
    expect(store.getState().base.graph).toEqual(server.graph);
  });

  it('ends with the same graph on both sides, whoever was first', async () => {
    const one = await open();
    const other = await open();
    one.dispatch(add('a'));
    other.dispatch(add('b'));
    await vi.advanceTimersByTimeAsync(100);
    server.draw(setDays('a', 5));
    await vi.advanceTimersByTimeAsync(100);
    one.dispatch(add('c'));
    await vi.advanceTimersByTimeAsync(100);
    other.dispatch(add('d'));
    await vi.advanceTimersByTimeAsync(100);
    expect(one.getState().base.graph.nodes[id('a')]?.config).toEqual({ days: 5 });
    expect(other.getState().graph).toEqual(server.graph);
  });

  it('does not undo what somebody else has removed meanwhile, and says so', async () => {
    const store = await open();
    store.dispatch(add('a'));
    await vi.advanceTimersByTimeAsync(50);
    vi.advanceTimersByTime(3_000);
    store.dispatch(setDays('a', 3));
    await vi.advanceTimersByTimeAsync(50);
    server.draw({ kind: 'remove-nodes', nodes: [id('a')], heal: false });
    store.undo();
    expect(store.getState().notice?.kind).toBe('cannot-undo');
    expect(names(store.getState().graph)).toEqual([]);
  });
});

it('loses no words of a note that somebody else moves while they are typed', async () => {
  const note = asId<'note'>('one');
  const size = { width: 200, height: 100 };
  server.draw({ kind: 'put-note', note: { id: note, position: { x: 0, y: 0 }, size, text: '' } });
  const store = await open();
  store.dispatch({ kind: 'change-note', note, change: { text: '展示会' } });
  server.draw({ kind: 'change-note', note, change: { position: { x: 40, y: 40 } } });
  store.dispatch({ kind: 'change-note', note, change: { text: '展示会のあと' } });
  await vi.advanceTimersByTimeAsync(100);
  const both = { id: note, position: { x: 40, y: 40 }, size, text: '展示会のあと' };
  expect(server.graph.notes[note]).toEqual(both);
  expect(store.getState().graph.notes[note]).toEqual(both);
  store.undo();
  expect(store.getState().graph.notes[note]).toEqual({ ...both, text: '' });
});

describe('typing over what somebody else has just written', () => {
  it('is a step of its own: undone, their words are there again, and one’s own before them are not lost', async () => {
    server.draw(add('a'));
    const store = await open();
    store.dispatch(setDays('a', 1));
    await vi.advanceTimersByTimeAsync(100);
    server.draw(setDays('a', 5));
    store.dispatch(setDays('a', 2));
    store.dispatch(setDays('a', 23));
    store.undo();
    expect(store.getState().graph.nodes[id('a')]?.config).toEqual({ days: 5 });
  });
});

describe('undo and redo', () => {
  it('takes back and does again, step by step', async () => {
    const store = await open();
    store.dispatch(add('a'));
    store.dispatch(add('b'));
    store.undo();
    expect(names(store.getState().graph)).toEqual(['a']);
    store.redo();
    expect(names(store.getState().graph)).toEqual(['a', 'b']);
    store.undo();
    store.undo();
    expect(names(store.getState().graph)).toEqual([]);
    expect(store.getState().undos).toEqual([]);
  });

  it('takes typing in one field back as one step', async () => {
    const store = await open();
    store.dispatch(add('a'));
    for (const days of [1, 12, 123]) store.dispatch(setDays('a', days));
    store.undo();
    expect(store.getState().graph.nodes[id('a')]?.config).toEqual({});
    expect(names(store.getState().graph)).toEqual(['a']);
  });

  it('leaves nothing to undo of words that a field took back by itself', async () => {
    const store = await open();
    store.dispatch(add('a'));
    const write = (value?: string) =>
      store.dispatch({ kind: 'set-config', node: id('a'), path: ['form'], ...(value === undefined ? {} : { value }) });
    write('request');
    store.dispatch(add('b'));
    write('requestc');
    write('request');
    store.undo();
    expect(names(store.getState().graph)).toEqual(['a']);
    expect(store.getState().graph.nodes[id('a')]?.config).toEqual({ form: 'request' });
  });

  it('goes on where it was, when one comes back from elsewhere', async () => {
    const store = await open();
    store.dispatch(add('a'));
    store.dispatch(add('b'));
    store.dispatch(add('c'));
    store.undo();
    await vi.advanceTimersByTimeAsync(50);
    store.close();
    await comeBack(store);
    store.redo();
    expect(names(store.getState().graph)).toEqual(['a', 'b', 'c']);
    store.undo();
    store.undo();
    expect(names(store.getState().graph)).toEqual(['a']);
  });

  it('sends what was given last, though one leaves at once', async () => {
    const store = await open();
    store.dispatch(add('a'));
    store.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(names((await server.transport().load()).graph)).toEqual(['a']);
  });

  it('forgets what was undone once something new is drawn', async () => {
    const store = await open();
    store.dispatch(add('a'));
    store.undo();
    store.dispatch(add('b'));
    store.redo();
    expect(names(store.getState().graph)).toEqual(['b']);
  });

  it('refuses a command that does not apply, and keeps everything as it is', async () => {
    const store = await open();
    expect(store.dispatch(setDays('missing', 1))).toBe(false);
    expect(store.getState().pending).toEqual([]);
    expect(names(store.getState().graph)).toEqual([] satisfies NodeId[]);
  });
});
