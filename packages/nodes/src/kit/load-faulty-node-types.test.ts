import type { Text } from '@sodate/journey/text';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { noCustomNodes } from './custom-nodes.ts';
import { defineNode, type NodeDefinition, type NodeSpec } from './define-node.ts';
import { loadNodeTypesWithEffects } from './load-node-types-with-effects.ts';

function saying(english: string): Text {
  return { ja: expect.stringMatching(/\S/), en: expect.stringContaining(english) };
}

function spec(type: string): NodeSpec<z.ZodObject<Record<string, never>>> {
  return {
    type,
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
  expect(broken).toEqual([{ name: 'team-chat', errors: ['its title is', '"broken-onee"'].map(saying) }]);
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
