import type { Text } from '@sodate/journey/text';

export const mailFields = ['subject', 'preview', 'body'] as const;

/** Something wrong with a mail as written. Errors keep it from being sent; warnings are shown. */
export interface MailProblem {
  readonly severity: 'error' | 'warning';
  readonly field: (typeof mailFields)[number];
  /** Line of the field, from 1. */
  readonly line?: number;
  readonly message: Text;
}

export function isReady(problems: readonly MailProblem[]): boolean {
  return problems.every(({ severity }) => severity !== 'error');
}
