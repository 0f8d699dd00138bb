import type { Text } from '@sodate/journey/text';
import { sketchHandOff } from './sketch-hand-off.ts';
import { sketchMorningWait } from './sketch-morning-wait.ts';
import type { Sketch, Template } from './template.ts';

/** From a document request, over a visit to the case studies and the score, to sales. */
export const documentRequest: Template = {
  id: 'document-request',
  title: { ja: '資料請求からの商談化', en: 'From document request to sales' },
  purpose: {
    ja: 'お礼のメールを送り、事例を見るのを待って、スコアの高い人を営業に引き渡します。',
    en: 'Sends a thank-you, waits for a visit to the case studies, and hands leads with a high score to sales.',
  },
  start: {
    ja: 'はじめに、2通のメールを自社の文面に直し、引き渡しの相手を選んでください。期限や点数は、あとから変えられます。',
    en: 'First make the two emails your own, and choose who gets the hand-off. Times and points can be changed later.',
  },
  sketch: (given) => [
    ...firstSteps,
    sketchMorningWait({ given, days: 3, at: { x: 0, y: 212 }, next: 'cases' }),
    waitForCases,
    ...decisions,
    sketchHandOff({
      given,
      at: { x: -284, y: 590 },
      followUp,
      questions,
      slaHours: 4,
      to: { opportunity: 'goal', rejected: 'end', lost: 'end' },
    }),
    ...ends,
  ],
};

// Cards are 212 wide and 72 high, 94 with named exits: 34 between them along a line, 42 under a fork.
const firstSteps: readonly Sketch[] = [
  {
    id: 'request',
    type: 'form-submitted',
    title: { ja: '資料請求', en: 'Document request' },
    at: { x: 0, y: 0 },
    config: { form: 'document-request' },
    to: { done: 'thanks' },
  },
  {
    id: 'thanks',
    type: 'send-mail',
    title: { ja: 'お礼と資料のご案内', en: 'Thank you and document' },
    at: { x: 0, y: 106 },
    config: {},
    mail: 'thanks',
    to: { done: 'pause' },
  },
];

const waitForCases: Sketch = {
  id: 'cases',
  type: 'wait-for',
  title: { ja: '事例の閲覧を待つ', en: 'Wait for a case study' },
  at: { x: 0, y: 318 },
  config: {
    for: [{ id: 'visited', kind: 'page', url: { match: 'pattern', value: '/*cases*' } }],
    timeout: { amount: 5, unit: 'days' },
  },
  to: { visited: 'score', timeout: 'score' },
};

const decisions: readonly Sketch[] = [
  {
    id: 'score',
    type: 'branch-on-score',
    at: { x: 0, y: 454 },
    config: {
      bands: [
        { id: 'high', from: 60 },
        { id: 'middle', from: 30 },
      ],
    },
    to: { high: 'sales', middle: 'again', else: 'end' },
  },
  {
    id: 'again',
    type: 'send-mail',
    title: { ja: '再案内', en: 'Second email' },
    at: { x: -52, y: 590 },
    config: {},
    mail: 'tips',
    to: { done: 'end' },
  },
];

const followUp: Text = {
  ja: '電話で資料の感想を聞き、見ていた事例に近い使い方を紹介する。興味があれば30分の打ち合わせを提案する。',
  en: 'Call about the document, describe a use similar to the case studies they read, and offer a 30-minute meeting.',
};

const questions: readonly Text[] = [
  { ja: '何に困って資料を請求したか', en: 'What problem made them ask for the document?' },
  { ja: '導入を考えている時期はいつか', en: 'When would they like to start?' },
  { ja: 'ほかに誰が検討に加わるか', en: 'Who else is part of the decision?' },
];

const ends: readonly Sketch[] = [
  { id: 'goal', type: 'goal', title: { ja: '商談になった', en: 'Opportunity' }, at: { x: -284, y: 726 }, config: {} },
  // Right below the score's last exit, so that its edge passes beside the second mail.
  { id: 'end', type: 'end', at: { x: 71, y: 726 }, config: {} },
];
