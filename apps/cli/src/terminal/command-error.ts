import type { Text } from '@sodate/journey/text';

/** A fault that the person at the terminal can mend: shown as it is, without a stack. */
export class CommandError extends Error {
  readonly text: Text;

  constructor(text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'CommandError';
    this.text = text;
  }
}
