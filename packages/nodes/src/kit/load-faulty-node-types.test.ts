import type { Lowered, Lowering } from '@sodate/journey/graph/node-contract';
import type { Text } from '@sodate/journey/text';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { noCustomNodes } from './custom-nodes.ts';
import { defineNode, type NodeDefinition } from './define-node.ts';
import { field } from './field.ts';
import { loadNodeTypesWithEffects } from './load-node-types-with-effects.ts';
import { nextOf } from './next-of.ts';

function saying(english: string): Text {
  return { ja: expect.stringMatching(/\S/), en: expect.stringContaining(english) };
}

function spec(type: string) {
  return {
    type,
    family: 'message' as const,
    title: { ja: 'チャットに送る', en: 'Post to chat' },
    description: { ja: 'チャットに送ります。', en: 'Posts to a chat.' },
    icon: 'M4 5h16v11H4z',
    config: z.object({}),
    initial: {},
    outcomes: [],
    summary: () => ({ ja: 'チャット', en: 'Chat' }),
    lower: ({ lowering }: { lowering: Lowering }): Lowered => ({
      ops: [{ kind: 'end', id: lowering.op(), next: {} }],
    }),
  };
}

const of = (definition: NodeDefinition) => ({ ...noCustomNodes, definitions: [definition] });

it('tells of a word that is missing and of an effect that nobody has at once', async () => {
  const slip = defineNode({
    ...spec('team-chat'),
    title: { ja: 'チャットに送る' } as never,
    lower: ({ config, lowering }) => ({
      ops: [{ kind: 'act', id: lowering.op(), effect: 'broken-onee', config, next: {} }],
    }),
    effect: async () => ({ kind: 'inline', changes: () => [] }),
  });
  const { broken } = await loadNodeTypesWithEffects({ custom: of(slip) });
  expect(broken).toEqual([{ name: 'team-chat', errors: ['its title is', '“broken-onee”'].map(saying) }]);
});

it('tells of every part of a spec that cannot be read, and does not throw', async () => {
  const slips = { config: undefined, outcomes: [{ id: 'done' }], summary: 'x', lower: undefined, initial: undefined };
  const slip = defineNode({ ...spec('team-chat'), ...slips, title: {} } as never);
  const { broken } = await loadNodeTypesWithEffects({ custom: of(slip) });
  const whys = [
    'its config is no z.object',
    "{ id: 'done' } cannot be read",
    'its summary is no function',
    'its lower is no function',
    'it has no initial',
    'its title is',
  ];
  expect(broken).toEqual([{ name: 'team-chat', errors: whys.map(saying) }]);
});

it.each([
  ["'x'", 'x'],
  ["{ kind: 'inlin' }", { kind: 'inlin' }],
  ["{ kind: 'external' }", { kind: 'external' }],
])('leaves out a type whose effect is %s, and says what one is', async (quoted, effect) => {
  const slip = defineNode({ ...spec('post-to-chat'), effect: async () => effect as never });
  const { broken, effects } = await loadNodeTypesWithEffects({ custom: of(slip) });
  expect(broken).toEqual([{ name: 'post-to-chat', errors: [saying(`Found ${quoted}`)] }]);
  expect(effects.has('post-to-chat')).toBe(false);
});

const posting =
  (outcomes: readonly string[]) =>
  ({ lowering }: { lowering: Lowering }): Lowered => ({
    ops: [
      {
        kind: 'act',
        id: lowering.op(),
        effect: 'post-to-chat',
        config: {},
        next: nextOf({ lowering, outcomes }),
        external: { channel: 'external', limitMs: 3_000, repeatable: true, onAmbiguous: 'go-on', attempts: 1 },
      },
    ],
  });
const threw = (): never => {
  throw new Error('no channel');
};

it.each([
  { fault: 'an exit by which an act never leaves', lower: posting(['sent']), why: 'by done, failed only' },
  { fault: 'a lower that throws', lower: threw, why: 'no channel' },
  { fault: 'a lower that returns rubbish', lower: () => ({ ops: 5 }) as never, why: 'returned cannot be read' },
])('keeps a type with $fault, and tells of it', async ({ lower, why }) => {
  const slip = defineNode({
    ...spec('post-to-chat'),
    outcomes: [{ kind: 'fixed', id: 'sent', label: { ja: '送った', en: 'Sent' } }],
    lower,
    effect: async () => ({ kind: 'external', send: async () => ({ kind: 'sent' }) }),
  });
  const { broken, doubtful, catalog } = await loadNodeTypesWithEffects({ custom: of(slip) });
  expect(broken).toEqual([]);
  expect(doubtful).toEqual([{ name: 'post-to-chat', errors: [saying(why)] }]);
  expect(catalog.has('post-to-chat')).toBe(true);
});

it('says nothing of a lower that throws where no sample suits its schema', async () => {
  const code = field(
    z.string().refine((value) => value.startsWith('secret')),
    {
      title: { ja: '合言葉', en: 'Code' },
      hint: { kind: 'text' },
    },
  );
  const summary = () => ({ ja: 'チャット', en: 'Chat' });
  const strict = defineNode({ ...spec('team-chat'), config: z.object({ code }), summary, lower: threw });
  const { broken, doubtful } = await loadNodeTypesWithEffects({ custom: of(strict) });
  expect([...broken, ...doubtful]).toEqual([]);
});
