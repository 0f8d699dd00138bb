import type { EnglishTexts } from '../language/use-texts.ts';
import type { texts as ja } from './texts.ja.ts';

export const texts: EnglishTexts<typeof ja> = {
  bar: 'Actions for the selection',
  none: 'None selected',
  picked: '{{count}} selected',
  all: 'Select all {{count}} that match',
  all_one: 'Select the one that matches',
  clear: 'Clear selection',
  pickPage: 'Select all on this page',
  pick: 'Select {{name}}',
  changes: 'Bulk changes under way',
  'progress.running': '{{done}} of {{total}} done so far',
  'progress.done': 'Finished: {{done}} of {{total}}',
  'progress.cancelled': 'Stopped: {{done}} of {{total}}',
  asker: 'by {{name}}',
  cancel: 'Stop here',
  refused: '{{count}} could not be changed.',
  'verb.retry': 'Try again',
  'verb.skip': 'Skip',
  'verb.remove': 'Remove from the journey',
  'verb.move': 'Move to another node',
  'verb.arrived': 'Mark as arrived',
  'verb.missing': 'Mark as not arrived',
  'verb.again': 'Send again',
  'verb.seen': 'Mark as noted',
};
