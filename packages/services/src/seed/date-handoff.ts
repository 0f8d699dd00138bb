import type { Text } from '@sodate/journey/text';
import type { Instant } from '@sodate/journey/time/instant';
import { addOpenTime, subtractOpenTime } from '@sodate/journey/time/open-time';
import type { Calendar } from '@sodate/journey/time/wait-spec';
import { answerWithinHours, type PlannedHandoff, type PlannedStep, remindBeforeHours } from './planned-handoffs.ts';

/** One line of a hand-off's log with its time: what somebody did, or what the deadline's timer did. */
export type DatedStep = { readonly at: Instant; readonly note?: Text } & (
  | PlannedStep
  | { readonly kind: 'created' | 'reminded' | 'overdue' }
);

export interface DatedHandoff {
  readonly createdAt: Instant;
  readonly remindAt: Instant;
  readonly dueAt: Instant;
  /** From its making on, in order of time, none later than now. */
  readonly steps: readonly DatedStep[];
}

/** Puts a planned hand-off into the open hours of a calendar, with what its timer would have done until now. */
export function dateHandoff({
  plan,
  calendar,
  now,
}: {
  plan: PlannedHandoff;
  calendar: Calendar;
  now: Instant;
}): DatedHandoff {
  const minutes = (hours: number) => ({ amount: Math.round(hours * 60), unit: 'minutes' }) as const;
  const createdAt = subtractOpenTime({ calendar, from: now, duration: minutes(plan.ago) });
  const later = (hours: number) => addOpenTime({ calendar, from: createdAt, duration: minutes(hours) });
  const remindAt = later(answerWithinHours - remindBeforeHours);
  const dueAt = later(answerWithinHours);
  const acts = plan.steps.map((step) => ({ ...step, at: later(step.after) }));
  const answeredAt = acts.find(({ kind }) => kind !== 'assigned' && kind !== 'note')?.at ?? now;
  const timer: DatedStep[] = [
    { kind: 'created', at: createdAt },
    ...(remindAt <= answeredAt ? [{ kind: 'reminded' as const, at: remindAt }] : []),
    ...(dueAt <= answeredAt ? [{ kind: 'overdue' as const, at: dueAt }] : []),
  ];
  const steps = [...timer, ...acts].filter(({ at }) => at <= now).toSorted((one, other) => one.at - other.at);
  return { createdAt, remindAt, dueAt, steps };
}
