import { type EffectRow, type EnrollmentRow, effect } from '@sodate/database/schema/enrollment';
import { statement } from '@sodate/database/statement';
import type { ActOp } from '@sodate/journey/compile/plan';
import type { Happened } from '@sodate/journey/interpret/passage';
import { eq } from 'drizzle-orm';
import { effectKeyOf } from './effect-key.ts';
import type { EngineContext } from './engine-context.ts';
import type { LockedPassage } from './lock-passage.ts';
import type { RunningVersion } from './read-version.ts';
import { lapseClaim } from './record-landing.ts';

/** The effect of the act the passage stands at, of its present visit; one whose lease is over has lapsed by now. */
export async function readEffect({
  context,
  locked,
  version,
}: {
  context: EngineContext;
  locked: LockedPassage;
  version: RunningVersion;
}): Promise<EffectRow | undefined> {
  const { row, realNow } = locked;
  if (row.state !== 'acting' && row.state !== 'stuck' && row.leaving === null) return undefined;
  const key = effectKeyOf({ enrollment: row.id, op: row.op, visit: row.visit });
  const [found] = await lockEffectAt({ database: context.database, values: { key } });
  if (found?.state !== 'claimed' || found.leaseUntil === null || found.leaseUntil > realNow) return found;
  return lapseClaim({ context, row: found, rules: actOf({ version, row, key: found.key }).external, now: realNow });
}

const lockEffectAt = statement<Pick<EffectRow, 'key'>>()((database, place) =>
  database
    .select()
    .from(effect)
    .where(eq(effect.key, place('key', effect.key)))
    .for('update'),
);

/** The outcome of an effect that is final, or ambiguous and to go on; undefined while the lead must wait. */
export function landedAs({
  effectRow,
  version,
  row,
}: {
  effectRow: EffectRow | undefined;
  version: RunningVersion;
  row: EnrollmentRow;
}): Happened | undefined {
  switch (effectRow?.state) {
    case 'sent':
      return { kind: 'landed', outcome: 'done' };
    case 'not-sent':
    case 'dropped':
      return {
        kind: 'landed',
        outcome: 'not-sent',
        seen: [{ fact: 'not-sent', value: effectRow.notSentReason ?? 'dropped' }],
      };
    case 'failed':
      return row.state === 'stuck'
        ? undefined
        : { kind: 'landed', outcome: 'failed', seen: [{ fact: 'error', value: effectRow.error ?? '' }] };
    case 'ambiguous':
      if (isHeldAmbiguous({ effectRow, version, row })) return undefined;
      return { kind: 'landed', outcome: 'done', seen: [{ fact: 'ambiguous', value: true }] };
    default:
      return undefined;
  }
}

export function isHeldAmbiguous({
  effectRow,
  version,
  row,
}: {
  effectRow: EffectRow;
  version: RunningVersion;
  row: EnrollmentRow;
}): boolean {
  return effectRow.state === 'ambiguous' && actOf({ version, row, key: effectRow.key }).external.onAmbiguous === 'hold';
}

function actOf({
  version,
  row,
  key,
}: {
  version: RunningVersion;
  row: EnrollmentRow;
  key: string;
}): ActOp & { external: NonNullable<ActOp['external']> } {
  const op = version.plan.ops[(key.split('/')[2] ?? row.op) as EnrollmentRow['op']];
  if (op?.kind !== 'act' || !op.external) throw new Error(`op of ${key} is not an external act`);
  return { ...op, external: op.external };
}
