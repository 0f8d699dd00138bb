import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineNode } from './define-node.ts';
import { onlyExit } from './exits.ts';
import { field } from './field.ts';
import { tryNode } from './try-node.ts';

it('says why a type of one’s own is not there', () => {
  const type = 'post-to-chat';
  const hint = { kind: 'texts' } as unknown as { kind: 'toggle' };
  const definition = defineNode({
    type,
    family: 'message',
    title: { ja: 'チャットに送る', en: 'Post to chat' },
    description: { ja: '送ります。', en: 'Posts.' },
    keywords: [],
    icon: 'M0 0',
    config: z.object({ text: field(z.string(), { title: { ja: '文面', en: 'Text' }, hint }) }),
    initial: {},
    outcomes: onlyExit,
    summary: () => ({ ja: '', en: '' }),
    lower: () => ({ ops: [] }),
  });
  const attempt = () => tryNode({ type, config: {}, definitions: [definition] });
  expect(attempt).toThrow(
    'no node type "post-to-chat"; left out: post-to-chat, the hint of its field "text" is of kind',
  );
});
