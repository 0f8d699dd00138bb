import type { EffectRow } from '@sodate/database/schema/enrollment';
import { plus } from '@sodate/journey/time/instant';
import type { EngineContext } from './engine-context.ts';
import type { LockedPassage } from './lock-passage.ts';
import type { RunningVersion } from './read-version.ts';
import type { Rest } from './rest.ts';
import { queueOf, restOf } from './settle.ts';

const afterLeaseMs = 1_000;

/**
 * How a passage rests whose effect is claimed: until its landing, and no longer than its lease. Answered as queued, since
 * the workflow goes on at a landing only where it was told of the effect; it starts no second `perform` of one it has in
 * the air, and where it has none (a look died with its claim) `perform` waits for the end of the lease itself.
 */
export async function restInTheAir({
  context,
  locked,
  version,
  effectRow,
}: {
  context: EngineContext;
  locked: LockedPassage;
  version: RunningVersion;
  effectRow: EffectRow;
}): Promise<Rest> {
  const until = plus(effectRow.leaseUntil ?? locked.realNow, afterLeaseMs);
  const rest = await restOf({ context, locked, lookAt: until, until });
  const op = effectRow.op === null ? undefined : version.plan.ops[effectRow.op];
  if (rest.kind !== 'resting' || op?.kind !== 'act' || !op.external) return rest;
  const { channel, limitMs } = op.external;
  return { ...rest, kind: 'queued', effect: effectRow.key, queue: queueOf(channel), limitMs };
}
