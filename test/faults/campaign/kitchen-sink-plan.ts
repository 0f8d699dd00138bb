import type { External, Plan } from '@sodate/journey/compile/plan';
import type { Condition } from '@sodate/journey/condition/condition';
import type { EventPattern } from '@sodate/journey/event/event-pattern';
import { asId } from '@sodate/journey/id';
import { type DrawnOp, planOf } from '../../hosts/plan-of.ts';

/** What the campaign's journeys send, call and hand over to. */
export interface Surroundings {
  readonly mail: string;
  readonly callUrl: string;
  readonly user: string;
  readonly calendar: string;
}

const seconds = (amount: number) => ({ duration: { amount: amount / 60, unit: 'minutes' }, zone: 'journey' }) as const;
const page = (value: string): EventPattern => ({ kind: 'page', url: { match: 'exact', value } });
const titled = (value: string): Condition => ({
  kind: 'attribute',
  of: 'lead',
  attribute: 'title',
  compare: { is: 'equal', value },
});
const since = (pattern: EventPattern): Condition => ({ kind: 'events', pattern, within: 'since-entered', atLeast: 1 });
const byMail: External = { channel: 'mail', limitMs: 2_000, repeatable: false, onAmbiguous: 'go-on', attempts: 8 };
const byCall: External = { channel: 'call', limitMs: 2_000, repeatable: true, onAmbiguous: 'hold', attempts: 8 };

/**
 * Every kind of op, rest and effect in one journey. Nobody stays for ever: each way ends within some ten seconds. Each
 * edition waits differently and is otherwise the same, so that a publish changes deadlines under way.
 */
export function kitchenSinkPlan({ surroundings, edition }: { surroundings: Surroundings; edition: number }): Plan {
  const pace = 0.6 + (edition % 3) * 0.4;
  return planOf({
    ops: [...firstHalf({ surroundings, pace }), ...secondHalf({ surroundings, pace })],
    entries: [
      { node: asId('start'), to: asId('wait'), trigger: { kind: 'event', pattern: page('/start'), times: 1 } },
      { node: asId('by-hand'), to: asId('wait'), trigger: { kind: 'person' } },
    ],
    conditions: {
      [asId<'condition'>('vip')]: titled('vip'),
      [asId<'condition'>('hot')]: titled('hot'),
      [asId<'condition'>('left')]: since(page('/leave')),
      [asId<'condition'>('bought')]: since({ kind: 'form', form: 'buy' }),
    },
    exits: [{ id: 'left', key: asId('left') }],
    goals: [{ node: asId('aim'), key: asId('bought') }],
    visitLimit: 3,
  });
}

interface Half {
  readonly surroundings: Surroundings;
  readonly pace: number;
}

function firstHalf({ surroundings: { mail, callUrl }, pace }: Half): readonly DrawnOp[] {
  const sendMail = { kind: 'act', effect: 'send-mail', config: { mail } } as const;
  return [
    { id: 'wait', kind: 'wait', spec: seconds(pace), next: { done: 'title' } },
    {
      id: 'title',
      kind: 'branch',
      arms: [{ outcome: 'vip', key: asId('vip') }],
      otherwise: 'others',
      next: { vip: 'points', others: 'way' },
    },
    {
      id: 'way',
      kind: 'split',
      arms: [
        { outcome: 'quick', weight: 1 },
        { outcome: 'slow', weight: 1 },
      ],
      next: { quick: 'mail-inline', slow: 'mail-queued' },
    },
    { id: 'mail-inline', ...sendMail, external: byMail, next: { done: 'points' } },
    {
      id: 'mail-queued',
      ...sendMail,
      external: { ...byMail, limitMs: 6_000 },
      next: { done: 'points', failed: 'points' },
    },
    { id: 'points', kind: 'act', effect: 'add-score', config: { points: 5, note: 'x' }, next: { done: 'name' } },
    {
      id: 'name',
      kind: 'act',
      effect: 'set-attribute',
      config: { of: 'lead', attribute: 'title', value: 'seen' },
      next: { done: 'rise' },
    },
    { id: 'rise', kind: 'act', effect: 'change-stage', config: { stage: 'mql' }, next: { done: 'call' } },
    {
      id: 'call',
      kind: 'act',
      effect: 'campaign-call',
      config: { url: callUrl },
      external: byCall,
      next: { done: 'listen' },
    },
  ];
}

function secondHalf({ surroundings: { mail, user, calendar }, pace }: Half): readonly DrawnOp[] {
  return [
    {
      id: 'listen',
      kind: 'listen',
      events: [
        { outcome: 'seen', pattern: page('/price') },
        { outcome: 'clicked', pattern: { kind: 'mail', reaction: 'clicked' } },
      ],
      conditions: [{ outcome: 'hot', key: asId('hot') }],
      timeout: { outcome: 'late', spec: seconds(pace + 1) },
      next: { seen: 'hand-off', clicked: 'hand-off', hot: 'mail-held', late: 'again' },
    },
    { id: 'again', kind: 'wait', spec: seconds(0.3), next: { done: 'listen' } },
    {
      id: 'mail-held',
      kind: 'act',
      effect: 'send-mail',
      config: { mail },
      external: { ...byMail, onAmbiguous: 'hold' },
      next: { done: 'hand-off' },
    },
    {
      id: 'hand-off',
      kind: 'act',
      effect: 'campaign-handoff',
      config: { user, calendar, seconds: 2 },
      next: { done: 'hand-off.listen' },
    },
    {
      id: 'hand-off.listen',
      kind: 'listen',
      events: (['accepted', 'rejected', 'overdue'] as const).map((outcome) => ({
        outcome,
        pattern: { kind: 'handoff', node: asId('hand-off'), outcome },
      })),
      conditions: [],
      next: { accepted: 'won', rejected: 'again', overdue: 'again' },
    },
    { id: 'won', kind: 'goal' },
    { id: 'end', kind: 'end' },
  ];
}

/** A second journey, entered whenever a mail was sent: so workers let leads in too. */
export function echoPlan(): Plan {
  return planOf({
    ops: [
      { id: 'pause', kind: 'wait', spec: seconds(0.5), next: { done: 'thanks' } },
      { id: 'thanks', kind: 'act', effect: 'add-score', config: { points: 1, note: 'x' }, next: { done: 'end' } },
      { id: 'end', kind: 'end' },
    ],
    entries: [
      {
        node: asId('sent'),
        to: asId('pause'),
        trigger: { kind: 'event', pattern: { kind: 'mail', reaction: 'sent' }, times: 1 },
      },
    ],
  });
}

/** The nodes that send a mail. */
export const mailNodes = ['mail-inline', 'mail-queued', 'mail-held'] as const;

/** The nodes at which somebody may be when a new edition is published. */
export const restNodes = [
  'wait',
  'listen',
  'again',
  'hand-off',
  'call',
  'mail-inline',
  'mail-queued',
  'mail-held',
] as const;
