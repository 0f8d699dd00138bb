import type { EnglishTexts } from '../language/use-texts.ts';
import type { texts as ja } from './texts.ja.ts';

export const texts: EnglishTexts<typeof ja> = {
  title: 'First settings',
  help: 'This takes a minute. Everything can be changed later in the settings.',
  'linkNeeded.title': 'Open the link shown at start',
  'linkNeeded.help': 'The one-time link printed by "npm start" leads to the first settings.',
  you: 'You',
  name: 'Name',
  email: 'Mail address',
  emailHelp: 'For signing in, and as the first sender of mails.',
  password: 'Password',
  passwordHelp: 'At least 8 characters',
  organisation: 'Organisation',
  organisationName: 'Company name',
  zone: 'Time zone',
  start: 'Start Sodate',
};
