import type { Language } from '@sodate/journey/text';

/** A question to a procedure, as the editor's client asks it: `handoffs.count`, `{}`. */
export interface Question {
  readonly procedure: string;
  readonly input: unknown;
}

/** Answers in the order of the questions; `undefined` where there is none: refused, failed, too late. */
export type Ask = (questions: readonly Question[]) => Promise<readonly ({ readonly data: unknown } | undefined)[]>;

/** A screen as a browser would draw it, and the answers that it was drawn from, as the editor takes them. */
export interface FirstDrawing {
  readonly html: string;
  readonly title: string;
  readonly language: Language;
  readonly answers: unknown;
}

/** What the editor's second build offers. `undefined` where an address leads elsewhere: nobody is signed in. */
export type DrawScreen = (given: {
  address: string;
  /** Where nobody is signed in; else it is that person's. */
  language: Language;
  /** The window has room for more than a phone's. */
  wide: boolean;
  ask: Ask;
}) => Promise<FirstDrawing | undefined>;
