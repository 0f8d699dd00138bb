import type { LostReason, RejectReason } from '@sodate/database/schema/handoff';

export const rejectReasons = [
  'too-early',
  'not-target',
  'wrong-contact',
  'already-talking',
] as const satisfies readonly RejectReason[];

export const lostReasons = [
  'no-budget',
  'bad-timing',
  'other-chosen',
  'no-need',
  'no-contact',
] as const satisfies readonly LostReason[];
