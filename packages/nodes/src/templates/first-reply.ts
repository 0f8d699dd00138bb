import type { Text } from '@sodate/journey/text';
import { sketchHandOff } from './sketch-hand-off.ts';
import type { Sketch, Template } from './template.ts';

/** Answers an inquiry at once and gives it to sales; who was not ready gets one more mail a month later. */
export const firstReply: Template = {
  id: 'first-reply',
  title: { ja: '問い合わせへの一次返信', en: 'First reply to an inquiry' },
  purpose: {
    ja: 'すぐに受け付けのメールを返し、2営業時間以内に連絡する担当へ引き渡します。',
    en: 'Replies at once, and hands the inquiry to someone who gets in touch within 2 business hours.',
  },
  start: {
    ja: 'はじめに、受け付けと1か月後の2通のメールと、引き渡しの相手を選んでください。受け付けのメールは、種類を「返信」にすると同意がなくても送れます。',
    en: 'First choose the two emails and who gets the hand-off. A confirmation of the kind “reply” needs no consent.',
  },
  // Every inquiry deserves its answer.
  settings: { reentry: { kind: 'always' } },
  sketch: (given) => [
    ...steps,
    sketchHandOff({
      given,
      at: { x: 0, y: 212 },
      followUp,
      questions,
      slaHours: 2,
      to: { opportunity: 'goal', rejected: 'end', lost: 'later' },
    }),
    ...after,
  ],
};

const steps: readonly Sketch[] = [
  {
    id: 'inquiry',
    type: 'form-submitted',
    title: { ja: '問い合わせ', en: 'Inquiry' },
    at: { x: 0, y: 0 },
    config: { form: 'contact' },
    to: { done: 'reply' },
  },
  {
    id: 'reply',
    type: 'send-mail',
    title: { ja: '受け付けのお知らせ', en: 'Confirmation' },
    at: { x: 0, y: 106 },
    config: {},
    to: { done: 'sales' },
  },
];

const after: readonly Sketch[] = [
  { id: 'goal', type: 'goal', title: { ja: '商談になった', en: 'Opportunity' }, at: { x: -284, y: 348 }, config: {} },
  {
    id: 'later',
    type: 'wait',
    at: { x: 142, y: 348 },
    config: {
      duration: { amount: 1, unit: 'months' },
      moment: { time: '09:00', weekdays: [1, 2, 3, 4, 5], skipClosed: false },
      zone: 'journey',
    },
    to: { done: 'again' },
  },
  {
    id: 'again',
    type: 'send-mail',
    title: { ja: 'その後のご案内', en: 'How is it going?' },
    at: { x: 142, y: 454 },
    config: {},
    to: { done: 'end' },
  },
  { id: 'end', type: 'end', at: { x: -71, y: 590 }, config: {} },
];

const followUp: Text = {
  ja: '問い合わせの内容に電話で答える。答えきれないときは、いつまでに返事をするかを伝える。',
  en: 'Answer the inquiry by phone. Where that takes longer, say by when they will hear from us.',
};

const questions: readonly Text[] = [
  { ja: '何を決めるために問い合わせたか', en: 'What do they need the answer for?' },
  { ja: 'いつまでに決めたいか', en: 'By when do they want to decide?' },
  { ja: '予算の目安はあるか', en: 'Is there a budget in mind?' },
];
