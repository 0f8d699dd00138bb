import { z } from 'zod';
import { defineNode } from '../kit/define-node.ts';

/** The lead leaves the journey here. */
export const end = defineNode({
  type: 'end',
  family: 'end',
  title: { ja: '終了', en: 'End' },
  description: { ja: 'シナリオをここで終えます。', en: 'The journey ends here.' },
  keywords: ['stop', '終わり', 'exit'],
  icon: 'M8 6.500h8a1.500 1.500 0 0 1 1.500 1.500v8a1.500 1.500 0 0 1-1.500 1.500H8A1.500 1.500 0 0 1 6.500 16V8A1.500 1.500 0 0 1 8 6.500z',
  config: z.object({}),
  initial: {},
  outcomes: [],
  summary: () => ({ ja: 'シナリオを終える', en: 'Leaves the journey' }),
  lower: ({ lowering }) => ({ ops: [{ kind: 'end', id: lowering.op(), next: {} }] }),
});
