import type { EffectRow } from '@sodate/database/schema/enrollment';
import { formatInstant } from '@sodate/journey/time/instant';

/** When a mail or call that waits for its time is tried, ISO 8601, and how many tries have failed before. */
export interface NextTry {
  readonly at: string;
  readonly failed: number;
}

/** Null: it does not wait, or only for its turn. */
export function nextTryOf({
  state,
  nextTryAt,
  attempt,
}: Pick<EffectRow, 'state' | 'nextTryAt' | 'attempt'>): NextTry | null {
  if (state !== 'waiting' || nextTryAt === null) return null;
  return { at: formatInstant(nextTryAt), failed: attempt };
}
