import type { EnglishTexts } from '../language/use-texts.ts';
import type { texts as ja } from './texts.ja.ts';

export const texts: EnglishTexts<typeof ja> = {
  title: 'Sign in',
  email: 'Email address',
  password: 'Password',
  signIn: 'Sign in',
  forgotten: 'Forgotten your password? Ask an administrator at your company for a link to choose a new one.',
  wrong: 'The email address or password is wrong.',
  tooMany: 'Too many attempts. Wait a minute and try again.',
  offline: 'The server can’t be reached. Check that it is running.',
  'link.over': 'This link no longer works: it was used or is too old. Starting Sodate again prints a new one.',
  'link.elsewhere': 'This link works only in a browser on the machine that runs Sodate.',
};
