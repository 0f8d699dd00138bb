import type { EnglishTexts } from '../language/use-texts.ts';
import type { texts as ja } from './texts.ja.ts';

export const texts: EnglishTexts<typeof ja> = {
  title: 'Search or go to',
  placeholder: 'A screen, a journey, the name of a lead',
  placeholderNodes: 'A node, a screen, a journey, the name of a lead',
  none: 'Nothing found',
  screens: 'Screens',
  journeys: 'Journeys',
  leads: 'Leads',
};
