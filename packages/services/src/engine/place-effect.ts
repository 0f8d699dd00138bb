import { type EffectRow, effect } from '@sodate/database/schema/enrollment';
import { statement } from '@sodate/database/statement';
import type { LeadId } from '@sodate/journey/id';
import type { PassageState } from '@sodate/journey/interpret/passage';
import type { Context } from '../context.ts';
import { effectKeyOf } from './effect-key.ts';
import type { RunningVersion } from './read-version.ts';

/**
 * Writes the waiting effect of the external act that was reached; undefined at other ops. Its visit may be later than the
 * state's: one whose key is taken (after a move) becomes the next.
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
}): Promise<{ visit: number; row: EffectRow } | undefined> {
  if (state.phase !== 'acting') return undefined;
  const op = version.plan.ops[state.op];
  if (op?.kind !== 'act' || !op.external) throw new Error(`op ${state.op} is not an external act`);
  for (let visit = state.visit; ; visit++) {
    const values = {
      key: effectKeyOf({ enrollment: state.enrollment, op: state.op, visit }),
      enrollmentId: state.enrollment,
      journeyId: version.journey,
      leadId: lead,
      node: op.node,
      op: op.id,
      channel: op.external.channel,
      kind: op.effect,
      config: op.config,
    };
    const [row] = await insertWaiting({ database: context.database, values });
    if (row) return { visit, row };
  }
}

type Waiting = Pick<
  EffectRow,
  'key' | 'enrollmentId' | 'journeyId' | 'leadId' | 'node' | 'op' | 'channel' | 'kind' | 'config'
>;

const insertWaiting = statement<Waiting>()((database, place) =>
  database
    .insert(effect)
    .values({
      key: place('key', effect.key),
      enrollmentId: place('enrollmentId', effect.enrollmentId),
      journeyId: place('journeyId', effect.journeyId),
      leadId: place('leadId', effect.leadId),
      node: place('node', effect.node),
      op: place('op', effect.op),
      channel: place('channel', effect.channel),
      kind: place('kind', effect.kind),
      config: place('config', effect.config),
      state: 'waiting',
    })
    .onConflictDoNothing()
    .returning(),
);
