import type { Plan } from '@sodate/journey/compile/plan';
import { asId } from '@sodate/journey/id';
import { planOf } from '../../hosts/plan-of.ts';

export const waitMs = 1_000;

const external = { channel: 'mail', limitMs: 5_000, repeatable: false, onAmbiguous: 'go-on', attempts: 5 } as const;

/** Page visit, wait, mail, branch on score, wait for a click, mail. */
export function benchPlan(mail: string): Plan {
  return planOf({
    ops: [
      {
        id: 'wait',
        kind: 'wait',
        spec: { duration: { amount: waitMs / 60_000, unit: 'minutes' }, zone: 'journey' },
        next: { done: 'first' },
      },
      { id: 'first', kind: 'act', effect: 'send-mail', config: { mail }, external, next: { done: 'score' } },
      {
        id: 'score',
        kind: 'branch',
        arms: [{ outcome: 'any', key: asId('any-score') }],
        otherwise: 'none',
        next: { any: 'click', none: 'end' },
      },
      {
        id: 'click',
        kind: 'listen',
        events: [{ outcome: 'clicked', pattern: { kind: 'mail', reaction: 'clicked', node: asId('first') } }],
        conditions: [],
        next: { clicked: 'second' },
      },
      { id: 'second', kind: 'act', effect: 'send-mail', config: { mail }, external, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
    conditions: { [asId<'condition'>('any-score')]: { kind: 'score', atLeast: 0 } },
    entries: [
      {
        node: asId('visit'),
        to: asId('wait'),
        trigger: { kind: 'event', pattern: { kind: 'page', url: { match: 'exact', value: '/bench' } }, times: 1 },
      },
    ],
  });
}
