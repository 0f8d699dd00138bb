import type { EnrollmentRow } from '@sodate/database/schema/enrollment';
import type { Instant } from '@sodate/journey/time/instant';
import type { RunningVersion } from './read-version.ts';

/**
 * Whether a rule changed a row such that its workflow must be told: an earlier deadline, one that is due, an act to try,
 * a hold that ended, or a listen, an exit or a goal of another version that may be met already. `version` is the one that
 * the row has after it, `now` in the enrollment's own time.
 */
export function mustLookAgain({
  before,
  after,
  now,
  lastEvent,
  version: { plan },
}: {
  before: EnrollmentRow;
  after: EnrollmentRow;
  now: Instant;
  lastEvent: number;
  version: Pick<RunningVersion, 'plan'>;
}): boolean {
  if (after.state === 'ended') return false;
  if (after.state === 'moving' || after.state === 'acting' || before.heldBy !== null) return true;
  const earlier = after.until !== null && (before.until === null || after.until < before.until);
  const due = after.until !== null && after.until <= now;
  const hears = plan.ops[after.op]?.kind === 'listen' || plan.exits.length + plan.goals.length > 0;
  const mayBeMet = after.versionId !== before.versionId && hears && lastEvent > after.arrivedEvent;
  return earlier || due || mayBeMet;
}
