import { type HandoffRow, handoffEntry } from '@sodate/database/schema/handoff';
import type { UserId } from '@sodate/journey/id';
import type { Context } from '../context.ts';
import type { DatedHandoff, DatedStep } from './date-handoff.ts';
import { ownerAfter, repOf, type SalesStaff, stageAfter, stateAfter } from './handoff-course.ts';
import type { PlannedHandoff } from './planned-handoffs.ts';

interface Logging {
  readonly context: Context;
  readonly staff: SalesStaff;
  readonly plan: PlannedHandoff;
  readonly dated: DatedHandoff;
  readonly row: HandoffRow;
}

interface Doing {
  readonly staff: SalesStaff;
  readonly plan: PlannedHandoff;
  readonly before: readonly DatedStep[];
}

/** In the order of time, since the ids of the log's lines are its order. */
export async function writeHandoffLog({ context, staff, plan, dated: { steps }, row }: Logging): Promise<void> {
  for (const [index, step] of steps.entries()) {
    const before = steps.slice(0, index);
    const [stageBefore, reached] = [stageAfter(before), stageAfter([...before, step])];
    const { note } = step;
    await context.database.insert(handoffEntry).values({
      handoffId: row.id,
      userId: whoDid({ staff, plan, step, before }),
      kind: step.kind,
      detail: {
        ...(step.kind === 'assigned' ? givenFromTo({ staff, plan, before, to: step.to }) : {}),
        ...(step.kind === 'rejected' || step.kind === 'lost' ? { reason: step.reason } : {}),
        ...(step.kind === 'overdue' ? { told: toldOf({ staff, plan, before }).join(' ') } : {}),
        ...(isOutcome(step.kind) ? { from: stateAfter(before) } : {}),
        ...(step.kind === 'created' || reached === stageBefore ? {} : { stageBefore, stageAfter: reached }),
        ...(note === undefined ? {} : { note: note[staff.language] }),
      },
      at: step.at,
    });
  }
}

function isOutcome(kind: DatedStep['kind']): boolean {
  return ['rejected', 'absent', 'reached', 'met', 'opportunity', 'won', 'lost'].includes(kind);
}

function whoDid({ staff, plan, step, before }: Doing & { step: DatedStep }): UserId | null {
  if (step.kind === 'created' || step.kind === 'reminded' || step.kind === 'overdue') return null;
  return step.kind === 'assigned' ? staff.manager : ownerAfter({ staff, plan, steps: before });
}

function givenFromTo({ staff, plan, before, to }: Doing & { to: number }) {
  return { from: ownerAfter({ staff, plan, steps: before }), to: repOf({ staff, number: to }) };
}

/** As the timer tells them: the owner, and who manages sales. */
function toldOf({ staff, plan, before }: Doing): readonly UserId[] {
  return [ownerAfter({ staff, plan, steps: before }), staff.manager];
}
