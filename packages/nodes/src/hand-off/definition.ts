import type { EventPattern, HandoffOutcome } from '@sodate/journey/event/event-pattern';
import type { Lowering } from '@sodate/journey/graph/node-contract';
import { wordDuration } from '@sodate/journey/graph/word-duration';
import { sameText, type Text } from '@sodate/journey/text';
import { defineNode } from '../kit/define-node.ts';
import { nextOf } from '../kit/next-of.ts';
import { wordList } from '../kit/word-list.ts';
import { checkHandOff } from './check.ts';
import { handOffConfig } from './config.ts';

const outcomes = [
  'accepted',
  'rejected',
  'overdue',
  'met',
  'opportunity',
  'won',
  'lost',
] as const satisfies readonly HandoffOutcome[];

const waitsOn: Text = {
  ja: 'つながなければ、ここにとどまって次の結果を待ちます。',
  en: 'Left open: the lead stays here and waits for what comes next.',
};

/** Gives the lead to sales, with a deadline, and goes on by what becomes of it. */
export const handOff = defineNode({
  type: 'hand-off',
  family: 'sales',
  title: { ja: '営業へ引き渡す', en: 'Hand off to sales' },
  short: { ja: '引き渡し', en: 'Hand-off' },
  description: {
    ja: 'リードを営業に渡し、期限を付けて、結果が届くのを待ちます。',
    en: 'Hands the lead to sales with a deadline, then waits for the outcome.',
  },
  keywords: ['引き渡し', '営業', 'SLA', 'sales', 'handoff', '担当'],
  icon: 'M5 7.500a3 3 0 1 0 6 0a3 3 0 1 0-6 0M2.800 19.500c0-3.600 2.200-5.800 5.200-5.800 1.300 0 2.500.4 3.400 1.200M13.500 17.500h7.500M17.800 14l3.400 3.500-3.400 3.500',
  config: handOffConfig,
  initial: {
    followUp: '',
    questions: [],
    sla: { amount: 4, unit: 'business-hours' },
    remindBefore: { amount: 1, unit: 'business-hours' },
  },
  outcomes: [
    { kind: 'fixed', id: 'opportunity', label: { ja: '商談化', en: 'Opportunity' }, required: true },
    { kind: 'fixed', id: 'rejected', label: { ja: '差し戻し', en: 'Rejected' }, required: true },
    { kind: 'fixed', id: 'lost', label: { ja: '見送り', en: 'Lost' }, required: true },
    {
      kind: 'fixed',
      id: 'accepted',
      label: { ja: '受け付けた', en: 'Accepted' },
      optional: true,
      unconnected: waitsOn,
    },
    { kind: 'fixed', id: 'overdue', label: { ja: '期限切れ', en: 'Overdue' }, optional: true, unconnected: waitsOn },
    { kind: 'fixed', id: 'met', label: { ja: '面談した', en: 'Met' }, optional: true, unconnected: waitsOn },
    {
      kind: 'fixed',
      id: 'won',
      label: { ja: '受注', en: 'Won' },
      optional: true,
      unconnected: {
        ja: 'つながなければ、「商談化」と同じ先へ進みます。',
        en: 'Left open: the lead takes the same way as “Opportunity”.',
      },
    },
  ],
  rests: true,
  check: checkHandOff,
  summary({ config, surroundings }) {
    const within = wordDuration(config.sla);
    const { to } = config;
    const name =
      to.kind === 'user'
        ? surroundings.users.find(({ id }) => id === to.user)?.name
        : surroundings.teams.find(({ id }) => id === to.team)?.name;
    return wordList([
      within === undefined ? undefined : { ja: `${within.ja}以内`, en: `Within ${within.en}` },
      name === undefined ? undefined : sameText(name),
    ]);
  },
  lower({ config, lowering }) {
    const listen = lowering.op('listen');
    return {
      ops: [
        { kind: 'act', id: lowering.op(), effect: 'hand-off', config: { ...config }, next: { done: listen } },
        {
          kind: 'listen',
          id: listen,
          events: listenFor({ lowering }),
          conditions: [],
          next: nextOf({ lowering, outcomes }),
        },
      ],
    };
  },
  guess: () => ({ opportunity: 0.4, rejected: 0.35, lost: 0.25 }),
  effect: () => import('./effect.ts').then((module) => module.handOffEffect),
});

/**
 * Only connected outcomes are listened to. A deal won at once, where *won* leads nowhere, has been an opportunity:
 * else the lead would wait for ever for a hand-off that is closed.
 */
function listenFor({ lowering }: { lowering: Lowering }): readonly { outcome: string; pattern: EventPattern }[] {
  const pattern = (outcome: HandoffOutcome): EventPattern => ({ kind: 'handoff', node: lowering.node, outcome });
  const connected = outcomes.filter((outcome) => lowering.target(outcome) !== undefined);
  const events = connected.map((outcome) => ({ outcome: String(outcome), pattern: pattern(outcome) }));
  if (connected.includes('won') || !connected.includes('opportunity')) return events;
  return [...events, { outcome: 'opportunity', pattern: pattern('won') }];
}
