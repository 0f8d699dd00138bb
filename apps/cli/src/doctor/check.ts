import type { Text } from '@sodate/journey/text';
import { ConfigError } from '@sodate/services/config/config-error';
import { CommandError } from '../terminal/command-error.ts';

/** One thing that must hold for Sodate to run. */
export interface Check {
  readonly title: Text;
  /** Gives what was found. @throws CommandError or ConfigError that says how to mend it. */
  look(): Promise<Text>;
}

export interface Finding {
  readonly title: Text;
  readonly ok: boolean;
  readonly words: Text;
}

/** Looks at one thing; a fault is a finding, whatever it is. */
export async function carryOut(check: Check): Promise<Finding> {
  try {
    return { title: check.title, ok: true, words: await check.look() };
  } catch (error) {
    return { title: check.title, ok: false, words: wordsOf(error) };
  }
}

function wordsOf(error: unknown): Text {
  if (error instanceof CommandError) return error.text;
  if (error instanceof ConfigError) {
    const join = (language: keyof Text) => error.problems.map((problem) => problem[language]).join('\n');
    return { ja: join('ja'), en: join('en') };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { ja: message, en: message };
}
