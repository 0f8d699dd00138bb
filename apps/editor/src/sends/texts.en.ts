import type { EnglishTexts } from '../language/use-texts.ts';
import type { texts as ja } from './texts.ja.ts';

export const texts: EnglishTexts<typeof ja> = {
  title: 'Sends to check',
  help: 'The connection broke while these were sent, so nobody knows whether they arrived. They are never repeated, and the leads have gone on as if they had arrived.',
  back: 'Home',
  list: 'List of sends to check',
  empty: 'No sends to check',
  emptyHelp: 'Sends that are cut off on their way appear here.',
  what: 'Sent',
  lead: 'Lead',
  journey: 'Journey',
  at: 'Time',
  kind: 'Status',
  unclear: 'Arrival unknown',
  doubled: 'Arrived twice',
  hidden: '(hidden)',
  arrived: 'It arrived',
  missing: 'It did not',
  seen: 'Noted',
  passage: 'See the passage',
};
