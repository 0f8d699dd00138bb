import type { Language, Text } from '@sodate/journey/text';
import { ConfigError } from '@sodate/services/config/config-error';
import { RequestError } from '@sodate/services/errors';
import { CommandError } from './command-error.ts';

export type Say = (line: Text) => void;

/** The language of the terminal, from the locale; Japanese where that says so, else English. */
export function terminalLanguage(environment: NodeJS.ProcessEnv): Language {
  const locale = environment.SODATE_LANGUAGE || environment.LC_ALL || environment.LC_MESSAGES || environment.LANG;
  return locale?.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

/** Writes a line to the terminal in its language. */
export function say(line: Text): void {
  console.info(line[terminalLanguage(process.env)]);
}

/** Tells what went wrong. A fault that nobody foresaw comes with its stack. */
export function sayError(error: unknown): void {
  const language = terminalLanguage(process.env);
  if (error instanceof ConfigError) for (const problem of error.problems) console.error(problem[language]);
  else if (error instanceof CommandError || error instanceof RequestError) console.error(error.text[language]);
  else console.error(error);
}
