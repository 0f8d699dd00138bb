import type { EnrollmentId, HandoffId, OpId } from '@sodate/journey/id';

/** The identity of an external effect: Message-ID and idempotency key come from it alone. */
export function effectKeyOf({ enrollment, op, visit }: { enrollment: EnrollmentId; op: OpId; visit: number }): string {
  return `enrollment/${enrollment}/${op}/${visit}`;
}

export function handoffEffectKeyOf({ handoff, notice }: { handoff: HandoffId; notice: string }): string {
  return `handoff/${handoff}/${notice}`;
}
