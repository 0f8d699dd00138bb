import { effect } from '@sodate/database/schema/enrollment';
import type { LeadId } from '@sodate/journey/id';
import type { PassageState } from '@sodate/journey/interpret/passage';
import type { Context } from '../context.ts';
import { effectKeyOf } from './effect-key.ts';
import type { RunningVersion } from './read-version.ts';

/**
 * Writes the waiting effect of the external act that was reached; nothing at other ops. Gives the visit it stands
 * under: one whose key is taken (after a move) becomes the next.
 */
export async function placeEffect({
  context,
  lead,
  version,
  state,
}: {
  context: Context;
  lead: LeadId;
  version: RunningVersion;
  state: PassageState;
}): Promise<number> {
  if (state.phase !== 'acting') return state.visit;
  const op = version.plan.ops[state.op];
  if (op?.kind !== 'act' || !op.external) throw new Error(`op ${state.op} is not an external act`);
  for (let visit = state.visit; ; visit++) {
    const placed = await context.database
      .insert(effect)
      .values({
        key: effectKeyOf({ enrollment: state.enrollment, op: state.op, visit }),
        enrollmentId: state.enrollment,
        journeyId: version.journey,
        leadId: lead,
        node: op.node,
        op: op.id,
        channel: op.external.channel,
        kind: op.effect,
        config: op.config,
        state: 'waiting',
      })
      .onConflictDoNothing()
      .returning({ key: effect.key });
    if (placed.length > 0) return visit;
  }
}
