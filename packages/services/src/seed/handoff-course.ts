import type { HandoffRow } from '@sodate/database/schema/handoff';
import type { CalendarId, TeamId, UserId } from '@sodate/journey/id';
import { type Stage, stages } from '@sodate/journey/stage';
import type { Language } from '@sodate/journey/text';
import type { Instant } from '@sodate/journey/time/instant';
import type { DatedHandoff, DatedStep } from './date-handoff.ts';
import type { PlannedHandoff } from './planned-handoffs.ts';

export interface SalesStaff {
  /** Who alone hears of what is overdue, but for its owner. */
  readonly manager: UserId;
  readonly reps: readonly UserId[];
  readonly team: TeamId;
  readonly calendar: CalendarId;
  readonly language: Language;
}

const states = { accepted: 'accepted', rejected: 'rejected', opportunity: 'opportunity', won: 'won', lost: 'lost' };

/** Where the hand-off stands after these steps. */
export function stateAfter(steps: readonly DatedStep[]): HandoffRow['state'] {
  const last = steps.findLast(({ kind }) => kind in states);
  return last === undefined ? 'open' : (last.kind as keyof typeof states);
}

const stageOf: Readonly<Partial<Record<DatedStep['kind'], Stage>>> = {
  created: 'mql',
  accepted: 'sql',
  met: 'opportunity',
  opportunity: 'opportunity',
  won: 'customer',
};

/** How far the lead is after these steps; a stage only moves forward. */
export function stageAfter(steps: readonly DatedStep[]): Stage {
  const reached = steps.flatMap(({ kind }) => stageOf[kind] ?? []);
  return reached.reduce((most, stage) => (stages.indexOf(stage) > stages.indexOf(most) ? stage : most), stages[0]);
}

/** When the lead's stage moved for the last time. */
export function lastMoveAt({ steps, createdAt }: DatedHandoff): Instant {
  const moves = steps.filter((_, index) => stageAfter(steps.slice(0, index)) !== stageAfter(steps.slice(0, index + 1)));
  return moves.at(-1)?.at ?? createdAt;
}

/** Whose it is after these steps: the last one it was given to, else the plan's rep. */
export function ownerAfter({
  staff,
  plan,
  steps,
}: {
  staff: SalesStaff;
  plan: PlannedHandoff;
  steps: readonly DatedStep[];
}): UserId {
  const given = steps.flatMap((step) => (step.kind === 'assigned' ? [step.to] : []));
  return repOf({ staff, number: given.at(-1) ?? plan.rep });
}

export function repOf({ staff, number }: { staff: SalesStaff; number: number }): UserId {
  const id = staff.reps[number];
  if (id === undefined) throw new Error(`the seed has no rep ${number}`);
  return id;
}
