import { z } from 'zod';
import { defineNode } from '../kit/define-node.ts';
import { triggerExit } from '../kit/exits.ts';

/** Lets in leads whom someone of ours picks, from the lead list or a lead's page. */
export const addedByPerson = defineNode({
  type: 'added-by-person',
  family: 'trigger',
  title: { ja: '手で追加', en: 'Added by hand' },
  short: { ja: '手で追加', en: 'By hand' },
  description: {
    ja: 'リード一覧やリードのページから、選んだ人をこのシナリオに入れます。',
    en: 'Leads that you choose on the lead list or on their page enter the journey.',
  },
  keywords: ['手動', 'manual', 'リスト', 'list'],
  icon: 'M6 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M3 20c0-4 2.900-6.500 7-6.500 2 0 3.700.6 4.900 1.600M18.500 13.500v7M15 17h7',
  config: z.object({}),
  initial: {},
  outcomes: triggerExit,
  isUnasked: true,
  summary: () => ({ ja: '選んだ人だけ', en: 'Only leads you choose' }),
  lower: () => ({ ops: [], trigger: { kind: 'person' } }),
});
