import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineNode } from './define-node.ts';
import { field } from './field.ts';
import { tryNode } from './try-node.ts';

const postToChat = defineNode({
  type: 'post-to-chat',
  family: 'message',
  title: { ja: 'チャットに送る', en: 'Post to chat' },
  description: { ja: '知らせます。', en: 'Tells.' },
  icon: 'M4 5h16',
  config: z.object({
    url: field(z.url({ protocol: /^https?$/ }), { title: { ja: '送り先', en: 'URL' }, hint: { kind: 'text' } }),
    copy: field(z.email().optional(), { title: { ja: '写し', en: 'Copy to' }, hint: { kind: 'text' } }),
  }),
  initial: {},
  outcomes: [],
  summary: () => ({ ja: '', en: '' }),
  lower: () => ({ ops: [] }),
});

function mendsOf(config: Record<string, string>) {
  const { problems } = tryNode({ type: 'post-to-chat', config, definitions: [postToChat] });
  return problems.map(({ mend }) => [mend.ja, mend.en]);
}

it('says in which form an address is written', () => {
  expect(mendsOf({ url: 'hooks.example/a', copy: 'nobody' })).toEqual([
    ['「送り先」は、https:// から書いてください。', 'Write “URL” in full, beginning with https://.'],
    ['「写し」は、name@example.jp の形で書いてください。', 'Write “Copy to” in the form name@example.com.'],
  ]);
});

it('asks for what is missing, and is content with what is right', () => {
  expect(mendsOf({})).toEqual([[expect.stringContaining('「送り先」'), expect.stringContaining('“URL”')]]);
  expect(mendsOf({ url: 'https://hooks.example/a' })).toEqual([]);
});
