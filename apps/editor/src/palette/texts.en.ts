import type { EnglishTexts } from '../language/use-texts.ts';
import type { texts as ja } from './texts.ja.ts';

export const texts: EnglishTexts<typeof ja> = {
  title: 'Search or go to',
  placeholder: 'A screen, an action, a journey, the name of a lead',
  placeholderNodes: 'A node, an action, a screen, the name of a lead',
  none: 'Nothing found',
  commands: 'Actions',
  'do.journey': 'New journey',
  'do.journey.words': 'create add begin',
  'do.lead': 'Add a lead',
  'do.lead.words': 'new create contact',
  'do.import': 'Import leads from a file',
  'do.import.words': 'csv upload add',
  'do.mail': 'Write an email',
  'do.mail.words': 'new create email add',
  'do.invite': 'Invite somebody',
  'do.invite.words': 'person people user member add',
  screens: 'Screens',
  journeys: 'Journeys',
  leads: 'Leads',
  people: 'Colleagues',
  'people.settings': 'People and roles',
  'people.handoffs': 'Their hand-offs',
};
