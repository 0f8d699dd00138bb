import type { Text } from '@sodate/journey/text';
import { sketchHandOff } from './sketch-hand-off.ts';
import type { Sketch, Template } from './template.ts';

const quietDays = 180;

/**
 * Wakes leads who have not been seen for half a year. Nothing happens at the moment when someone has been quiet for
 * long enough, so a person puts everybody in, and the audience lets only the quiet ones through.
 */
export const dormantLead: Template = {
  id: 'dormant-lead',
  title: { ja: '休眠リードの掘り起こし', en: 'Wake dormant leads' },
  purpose: {
    ja: '半年サイトを見ていない人へ新しい事例を送り、反応した人を営業に引き渡します。',
    en: 'Sends news to leads who have not visited for half a year, and hands those who react to sales.',
  },
  start: {
    ja: '2通のメールと引き渡しの相手を選んでください。公開したら、リード一覧で「全員をシナリオに入れる」と、半年閲覧のない人だけが入ります（シナリオの設定）。',
    en: 'Choose the two emails and who gets the hand-off. Once live, add everybody from the lead list: only who has not visited for 180 days enters (see the journey’s settings).',
  },
  settings: {
    reentry: { kind: 'after-days', days: quietDays },
    audience: { kind: 'events', pattern: { kind: 'page' }, within: { amount: quietDays, unit: 'days' }, atMost: 0 },
  },
  sketch: (given) => [
    ...steps,
    sketchHandOff({
      given,
      at: { x: -284, y: 592 },
      followUp,
      questions,
      slaHours: 8,
      to: { opportunity: 'goal', rejected: 'end', lost: 'end' },
    }),
    { id: 'goal', type: 'goal', title: { ja: '商談になった', en: 'Opportunity' }, at: { x: -284, y: 728 }, config: {} },
    { id: 'end', type: 'end', at: { x: 71, y: 728 }, config: {} },
  ],
};

const steps: readonly Sketch[] = [
  {
    id: 'added',
    type: 'added-by-person',
    title: { ja: '一覧から追加', en: 'Added from the list' },
    at: { x: 0, y: 0 },
    config: {},
    to: { done: 'news' },
  },
  {
    id: 'news',
    type: 'send-mail',
    title: { ja: '新しい事例のご案内', en: 'A new case study' },
    at: { x: 0, y: 106 },
    config: {},
    to: { done: 'first' },
  },
  waitFor({ id: 'first', mail: 'n_news', at: { x: 0, y: 212 }, otherwise: 'last' }),
  {
    id: 'last',
    type: 'send-mail',
    title: { ja: '近況をうかがうメール', en: 'How are things?' },
    at: { x: 71, y: 348 },
    config: {},
    to: { done: 'second' },
  },
  waitFor({ id: 'second', mail: 'n_last', at: { x: 71, y: 454 }, otherwise: 'end' }),
];

function waitFor(given: { id: string; mail: string; at: Sketch['at']; otherwise: string }): Sketch {
  const { id, mail, at, otherwise } = given;
  return {
    id,
    type: 'wait-for',
    title: { ja: '反応を待つ', en: 'Wait for a reaction' },
    at,
    config: {
      for: [
        { id: 'clicked', kind: 'mail-clicked', node: mail },
        { id: 'visited', kind: 'page', url: { match: 'prefix', value: '/' } },
      ],
      timeout: { amount: 14, unit: 'days' },
    },
    to: { clicked: 'sales', visited: 'sales', timeout: otherwise },
  };
}

const followUp: Text = {
  ja: '以前のやり取りを読み返してから連絡し、状況が変わったかを聞く。いまでなければ、次に連絡する時期を決める。',
  en: 'Read what was said before, then ask what has changed. If it is not the time, agree when to talk again.',
};

const questions: readonly Text[] = [
  { ja: '前回見送った理由は、いまも同じか', en: 'Does the reason they declined still hold?' },
  { ja: '担当の人は替わっていないか', en: 'Are they still the right person?' },
];
