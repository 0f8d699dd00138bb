import type { JudgedSource } from './judge-source.ts';

/** What the judging thread says. It is ready once; then it answers each request. */
export type ThreadWord =
  | { readonly kind: 'ready' }
  | { readonly kind: 'judged'; readonly judged: JudgedSource }
  /** A fault of ours, not of the mail. */
  | { readonly kind: 'failed'; readonly fault: string };
