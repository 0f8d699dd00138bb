import type { Plan } from '@sodate/journey/compile/plan';
import type { Instant } from '@sodate/journey/time/instant';

const dayMs = 86_400_000;

/** Whether a lead whose last passage began at `lastEntry`, and has ended, may enter again. */
export function mayReenter({
  plan: { reentry },
  lastEntry,
  now,
}: {
  plan: Pick<Plan, 'reentry'>;
  lastEntry: Instant;
  now: Instant;
}): boolean {
  switch (reentry.kind) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'after-days':
      return now - lastEntry >= reentry.days * dayMs;
  }
}
