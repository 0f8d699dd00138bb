import type { Plan } from '@sodate/journey/compile/plan';
import { asId } from '@sodate/journey/id';
import { planOf } from '../hosts/plan-of.ts';

const seconds = (amount: number) => ({ duration: { amount: amount / 60, unit: 'minutes' }, zone: 'journey' }) as const;

/** Wait, mail, branch on score, wait for a visit to the prices, points, an attribute, a second mail. */
export function faultPlan(mail: string): Plan {
  const external = { channel: 'mail', limitMs: 2_000, repeatable: false, onAmbiguous: 'go-on', attempts: 5 } as const;
  const sendMail = { kind: 'act', effect: 'send-mail', config: { mail }, external } as const;
  return planOf({
    ops: [
      { id: 'wait', kind: 'wait', spec: seconds(1), next: { done: 'first' } },
      { id: 'first', ...sendMail, next: { done: 'score' } },
      {
        id: 'score',
        kind: 'branch',
        arms: [{ outcome: 'any', key: asId('any-score') }],
        otherwise: 'none',
        next: { any: 'listen' },
      },
      {
        id: 'listen',
        kind: 'listen',
        events: [{ outcome: 'seen', pattern: { kind: 'page', url: { match: 'prefix', value: '/price' } } }],
        conditions: [],
        timeout: { outcome: 'late', spec: seconds(2) },
        next: { seen: 'points', late: 'points' },
      },
      { id: 'points', kind: 'act', effect: 'add-score', config: { points: 5, note: 'x' }, next: { done: 'attribute' } },
      {
        id: 'attribute',
        kind: 'act',
        effect: 'set-attribute',
        config: { of: 'lead', attribute: 'title', value: 'large' },
        next: { done: 'second' },
      },
      { id: 'second', ...sendMail, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
    conditions: { [asId<'condition'>('any-score')]: { kind: 'score', atLeast: 0 } },
  });
}

/** The only two ways through it. */
export const faultPaths = ['seen', 'late'].map((heard) => [
  'entered→wait',
  'done→first',
  'done→score',
  'any→listen',
  `${heard}→points`,
  'done→attribute',
  'done→second',
  'done→end',
]);
