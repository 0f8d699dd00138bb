import type { EnglishTexts } from '../language/use-texts.ts';
import type { texts as ja } from './texts.ja.ts';

export const texts: EnglishTexts<typeof ja> = {
  title: 'Set up Sodate',
  help: 'This takes a minute. You can change everything later in the settings.',
  'linkNeeded.title': 'Open the link shown when Sodate started',
  'linkNeeded.help': 'The one-time link printed by "npm start" opens the set-up.',
  you: 'You',
  name: 'Name',
  email: 'Email address',
  emailHelp: 'You sign in with it, and emails are sent from it at first.',
  password: 'Password',
  passwordHelp: 'At least 8 characters',
  organisation: 'Organisation',
  organisationName: 'Company name',
  postalAddress: 'Postal address and contact',
  postalAddressHelp:
    'Required by law at the foot of marketing emails. You can add it later, but cannot publish such emails until then.',
  zone: 'Time zone',
  start: 'Start using Sodate',
};
