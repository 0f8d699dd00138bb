import type { Text } from '@sodate/journey/text';

/** The environment asks for something that cannot be. Each problem names the variable and how to mend it. */
export class ConfigError extends Error {
  readonly problems: readonly Text[];

  constructor(problems: readonly Text[]) {
    super(problems.map(({ en }) => en).join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
