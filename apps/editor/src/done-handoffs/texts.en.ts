import type { EnglishTexts } from '../language/use-texts.ts';
import type { texts as ja } from './texts.ja.ts';

export const texts: EnglishTexts<typeof ja> = {
  result: 'Outcome',
  'result.all': 'Outcome: any',
  'result.won': 'Won',
  'result.lost': 'Lost',
  'result.rejected': 'Rejected',
  'result.withdrawn': 'Withdrawn',
  month: 'Month it ended',
  'month.all': 'Ended: any time',
  reasons: 'How many for each reason',
  unsaid: 'No reason given',
  reason: '{{reason}} {{count}}',
  allReasons: 'All reasons',
  none: 'No finished hand-offs match this',
};
