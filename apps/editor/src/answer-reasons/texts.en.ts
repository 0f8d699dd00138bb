import type { EnglishTexts } from '../language/use-texts.ts';
import type { texts as ja } from './texts.ja.ts';

export const texts: EnglishTexts<typeof ja> = {
  'too-early': 'Too early',
  'not-target': 'Not a fit',
  'wrong-contact': 'Wrong contact',
  'already-talking': 'Already in touch',
  'no-budget': 'No budget',
  'bad-timing': 'Bad timing',
  'other-chosen': 'Chose someone else',
  'no-need': 'No longer needed',
  'no-contact': 'Can’t reach them',
  offer: 'Why it was lost (optional)',
  write: 'Another reason',
  words: 'Why it was lost',
  save: 'Save the reason',
};
