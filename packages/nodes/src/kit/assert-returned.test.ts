import { emptySurroundings } from '@sodate/journey/graph/empty-surroundings';
import { emptyGraph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { validateGraph } from '@sodate/journey/validate/validate-graph';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineNode, type NodeSpec } from './define-node.ts';

const spec: NodeSpec<z.ZodObject<Record<string, never>>> = {
  type: 'team-chat',
  family: 'message',
  title: { ja: 'チャットに送る', en: 'Post to chat' },
  description: { ja: 'チャットに送ります。', en: 'Posts to a chat.' },
  icon: 'M4 5h16v11H4z',
  config: z.object({}),
  initial: {},
  outcomes: [],
  summary: () => ({ ja: 'チャット', en: 'Chat' }),
  lower: ({ lowering }) => ({ ops: [{ kind: 'end', id: lowering.op(), next: {} }] }),
};

/** What is said at a node of the type, as a file without types would have it. */
function saidOf(slip: Readonly<Record<string, unknown>>): string {
  const { contract } = defineNode({ ...spec, ...slip } as typeof spec);
  const node = { id: asId<'node'>('a'), type: 'team-chat', revision: 1, position: { x: 0, y: 0 }, config: {} };
  const problems = validateGraph({
    graph: { ...emptyGraph, nodes: { [node.id]: node } },
    catalog: new Map([['team-chat', contract]]),
    surroundings: emptySurroundings,
  });
  const { ja, en } = problems.find(({ rule }) => rule === 'team-chat/settings')?.mend ?? { ja: '', en: '' };
  return `${ja} ${en}`;
}

it('finds nothing in a type that gives what it should', () => {
  expect(saidOf({ check: () => undefined, guess: () => ({ done: 1 }) })).toBe(' ');
});

it.each([
  ['summary', "'Chat'", () => 'Chat'],
  ['summary', 'undefined', () => undefined],
  ['check', "'wrong'", () => 'wrong'],
  ['check', "[ { severity: 'error', message: 'wrong' } ]", () => [{ severity: 'error', message: 'wrong' }]],
  ['lower', 'undefined', () => undefined],
  ['lower', '{}', () => ({})],
  ['lower', "{ ops: [ { kind: 'akt' } ] }", () => ({ ops: [{ kind: 'akt' }] })],
  ['guess', 'undefined', () => undefined],
])('says at the node what %s should return where it returns %s', (...[part, quoted, slip]) => {
  const said = saidOf({ [part]: slip });
  expect(said).toContain(`team-chat の ${part} の結果が読めません：`);
  expect(said).toContain(`返されたのは ${quoted}`);
  expect(said).toContain(`what ${part} of team-chat returned cannot be read: return `);
});
