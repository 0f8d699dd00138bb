import type { HandoffRow } from '@sodate/database/schema/handoff';
import type { ScoreReason } from '@sodate/journey/score/score-rule';

/** What gave the score at the hand-off, largest first. */
export function reasonsOf({ whyNow }: Pick<HandoffRow, 'whyNow'>): readonly ScoreReason[] {
  const reasons = (whyNow.reasons ?? []) as readonly ScoreReason[];
  return reasons.toSorted((one, other) => other.points - one.points);
}
