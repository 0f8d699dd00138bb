import type { Plan } from '@sodate/journey/compile/plan';
import { planOf } from '../../hosts/plan-of.ts';

/** A person adds the lead, it waits, and its passage ends. */
export function waitingPlan({ minutes }: { minutes: number }): Plan {
  const duration = { amount: minutes, unit: 'minutes' } as const;
  return planOf({
    ops: [
      { id: 'wait', kind: 'wait', spec: { duration, zone: 'journey' }, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
  });
}
