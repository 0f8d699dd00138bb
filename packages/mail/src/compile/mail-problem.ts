import type { Text } from '@sodate/journey/text';

export const mailFields = ['subject', 'preview', 'body'] as const;

/** Something wrong with a mail as written. Errors keep it from being sent; warnings are shown. */
export interface MailProblem {
  readonly severity: 'error' | 'warning';
  readonly field: (typeof mailFields)[number];
  /** Line of the field, from 1. */
  readonly line?: number;
  /** Set where nothing is wrong but that something is not written to its end yet; the rest of the mail can be shown. */
  readonly unwritten?: true;
  /** Set where something is wrong that leaves the rest of the mail to be shown. */
  readonly showable?: true;
  /** Set where what is missing is written elsewhere. */
  readonly lacks?: 'sender-address';
  readonly message: Text;
}

export function isReady(problems: readonly MailProblem[]): boolean {
  return problems.every(({ severity }) => severity !== 'error');
}

/** Whether there is a mail to look at: it may still lack what is to be written, but nothing in it is wrong. */
export function canBeShown(problems: readonly MailProblem[]): boolean {
  return problems.every(({ severity, unwritten, showable }) => severity !== 'error' || unwritten || showable);
}
