import { canonicalJson } from '@sodate/journey/compile/canonical-json';
import type { Command } from '@sodate/journey/edit/command';
import { asId } from '@sodate/journey/id';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyCommand } from '../../../../../test/any-command.ts';
import { type Move, moves, play, type Step, settle } from '../../../../../test/editors/play-editors.ts';

function stepsOf({
  commands,
  leaveOut = [],
}: {
  commands: readonly [fc.Arbitrary<Command>, fc.Arbitrary<Command>];
  leaveOut?: readonly Move[];
}): fc.Arbitrary<Step[]> {
  const names = (Object.keys(moves) as Move[]).filter((name) => !leaveOut.includes(name));
  const often = names.filter((name) => ['flush', 'arrive', 'answer', 'undo'].includes(name));
  const move = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...often) }, fc.constantFrom(...names));
  const stepOf = (who: 0 | 1) => {
    const give = fc.record({ who: fc.constant(who), give: commands[who] });
    // As a key that is pressed twice.
    const again = give.map((one) => [one, one]);
    const happens = fc.record({ who: fc.constant(who), move }).map((one) => [one]);
    return fc.oneof({ weight: 3, arbitrary: give.map((one) => [one]) }, again, { weight: 8, arbitrary: happens });
  };
  return fc
    .array(fc.oneof(stepOf(0), stepOf(1)), { maxLength: 40, size: 'max' })
    .map((groups): Step[] => groups.flat());
}

it('ends in one graph on both sides and at the server, in whatever order things arrive or are lost', async () => {
  await fc.assert(
    fc.asyncProperty(stepsOf({ commands: [meeting, meeting] }), async (steps) => {
      const { server, editors } = await play(steps);
      await settle({ editors });
      const stored = new Set(server.stored.map(({ id }) => id));
      for (const { store, shelved, sent, told } of editors) {
        expect(store.getState().graph).toEqual(server.graph);
        expect(shelved.size).toBe(0);
        // What did not come through was told.
        expect([...sent].filter((id) => !stored.has(id)).length).toBeLessThanOrEqual(told);
        store.close();
      }
    }),
    { numRuns: 300 },
  );
}, 120_000);

it('takes back all that one has done, and nothing that the other has, where they keep apart', async () => {
  const apart = [within(['a', 'b']), within(['c', 'd'])] as const;
  // An answer that is lost or a tab that is opened anew takes the way back with it.
  await fc.assert(
    fc.asyncProperty(stepsOf({ commands: apart, leaveOut: ['reopen'] }), async (steps) => {
      const { server, editors } = await play(steps);
      const [one, other] = editors;
      while (one.store.getState().undos.length > 0) one.store.undo();
      await settle({ editors });
      expect(other.store.getState().graph).toEqual(server.graph);
      expect(editors.map(({ told, store }) => [told, store.getState().notice])).toEqual([
        [0, undefined],
        [0, undefined],
      ]);
      const alone = await play(steps.filter(({ who }) => who === 1));
      await settle(alone);
      expect(server.graph).toEqual(alone.server.graph);
      for (const { store } of [...editors, ...alone.editors]) store.close();
    }),
    { numRuns: 300 },
  );
}, 120_000);

it('takes back what was typed after words that were typed and taken back by typing', async () => {
  const rename = (title?: string): Step => ({
    who: 0,
    give: { kind: 'rename-node', node: node('a'), ...(title === undefined ? {} : { title }) },
  });
  const { editors } = await play([{ who: 0, give: set(1) }, rename('x'), rename(), rename('y'), ...moved(0, ['undo'])]);
  const { graph, undos } = editors[0].store.getState();
  expect(graph.nodes[node('a')]).toMatchObject({ config: { q: { q: 1 } } });
  expect(graph.nodes[node('a')]?.title).toBeUndefined();
  expect(undos).toHaveLength(1);
});

it('draws what the server has, where the draft was loaded while a command of its own was under way', async () => {
  const { server, editors } = await play([
    { who: 0, give: set(1) },
    ...moved(0, ['flush', 'arrive']),
    { who: 1, give: set(2) },
    ...moved(1, ['flush', 'arrive', 'answer']),
    ...moved(0, ['reload', 'answer', 'loaded']),
  ]);
  for (const { store } of editors) expect(store.getState().graph).toEqual(server.graph);
});

it('goes by what it has heard, where a loaded draft comes late', async () => {
  const { server, editors } = await play([
    ...moved(0, ['reload']),
    { who: 1, give: set(2) },
    ...moved(1, ['flush', 'arrive', 'answer']),
    ...moved(0, ['ring', 'hear', 'loaded']),
  ]);
  expect(editors[0].store.getState().graph).toEqual(server.graph);
});

const node = (name: string) => asId<'node'>(name);
const setAt = (path: (string | number)[], value = 2): Command => ({ kind: 'set-config', node: node('a'), path, value });
const set = (value: number) => setAt(['q', 'q'], value);
const clearFirst: Command = { kind: 'set-config', node: node('a'), path: ['p', 0] };
const connect = (to: string): Command => ({ kind: 'connect', from: node('a'), outcome: 'done', to: node(to) });
const moved = (who: 0 | 1, names: readonly Move[]): Step[] => names.map((move) => ({ who, move }));

/** One gives a command, the other theirs where that has come, and the first undoes where theirs has. */
async function undoAfter({ mine, theirs }: { mine: Command; theirs: Command }) {
  const { server, editors } = await play([
    { who: 0, give: mine },
    ...moved(0, ['flush', 'arrive', 'answer']),
    ...moved(1, ['ring', 'hear']),
    { who: 1, give: theirs },
    ...moved(1, ['flush', 'arrive', 'answer']),
    ...moved(0, ['ring', 'hear', 'undo']),
  ]);
  const { notice, graph } = editors[0].store.getState();
  return { notice, graph, server };
}

it.each([
  { what: 'a value', mine: set(1), theirs: set(2) },
  { what: 'a list', mine: clearFirst, theirs: setAt(['p', 1]) },
  { what: 'an edge', mine: connect('b'), theirs: connect('c') },
])('takes back nothing that the other has changed since: $what', async (given) => {
  const { notice, graph, server } = await undoAfter(given);
  expect(notice).toEqual({ kind: 'cannot-undo' });
  expect(graph).toEqual(server.graph);
});

it('takes back what stands beside that which the other has changed since', async () => {
  const mine: Command = { kind: 'move-nodes', to: { [node('a')]: { x: 5, y: 5 } } };
  const { notice, graph } = await undoAfter({ mine, theirs: set(2) });
  expect(notice).toBeUndefined();
  expect(graph.nodes[node('a')]).toMatchObject({ position: { x: 0, y: 0 }, config: { q: { q: 2 } } });
});

/** Commands, most of which meet others at the same few places. */
const meeting: fc.Arbitrary<Command> = fc.oneof(
  anyCommand,
  fc.record(
    {
      kind: fc.constant('set-config' as const),
      node: fc.constantFrom('a', 'b').map(asId<'node'>),
      path: fc.constantFrom<(string | number)[]>(['p'], ['p', 0], ['p', 1], ['q', 'p'], ['q', 'q', 'p']),
      value: fc.constantFrom(1, 2),
    },
    { requiredKeys: ['kind', 'node', 'path'] },
  ),
);

/** Commands that touch these two nodes alone, and neither notes, groups nor settings. */
function within([one, other]: readonly [string, string]): fc.Arbitrary<Command> {
  const names: Readonly<Record<string, string>> = { a: one, b: other, c: one, d: other, e: one };
  return meeting
    .map((command) => canonicalJson(command).replace(/"([a-e])(["/])/g, (...[, name, end]) => `"${names[name]}${end}`))
    .filter((command) => !/-setting|-note|-group/.test(command))
    .map((command) => JSON.parse(command) as Command);
}
