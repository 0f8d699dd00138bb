import type { Text } from '@sodate/journey/text';
import { sketchHandOff } from './sketch-hand-off.ts';
import type { Sketch, Template } from './template.ts';

/** Offers help to who reads the prices again and again without asking. */
export const priceVisit: Template = {
  id: 'price-visit',
  title: { ja: '料金ページを見た人への提案', en: 'An offer to price page visitors' },
  purpose: {
    ja: '料金ページを7日間に2回見た人に相談を提案し、リンクを押した人を営業に引き渡します。',
    en: 'Offers help to leads who see the prices twice in 7 days, and hands those who click to sales.',
  },
  start: {
    ja: 'はじめに、提案のメールと、引き渡しの相手を選んでください。料金ページのアドレスに「price」が入っていなければ、きっかけを直してください。',
    en: 'First choose the email and who gets the hand-off. If the address of your prices does not hold “price”, change the trigger.',
  },
  settings: { reentry: { kind: 'after-days', days: 90 } },
  sketch: (given) => [
    ...steps,
    sketchHandOff({
      given,
      at: { x: -142, y: 348 },
      followUp,
      questions,
      slaHours: 4,
      to: { opportunity: 'goal', rejected: 'end', lost: 'end' },
    }),
    {
      id: 'goal',
      type: 'goal',
      title: { ja: '商談になった', en: 'Opportunity' },
      at: { x: -142, y: 484 },
      config: {},
    },
    { id: 'end', type: 'end', at: { x: 142, y: 484 }, config: {} },
  ],
};

const steps: readonly Sketch[] = [
  {
    id: 'prices',
    type: 'page-visit',
    title: { ja: '料金ページの閲覧', en: 'Price page visit' },
    at: { x: 0, y: 0 },
    config: { url: { match: 'pattern', value: '/*price*' }, times: 2, within: { amount: 7, unit: 'days' } },
    to: { done: 'offer' },
  },
  {
    id: 'offer',
    type: 'send-mail',
    title: { ja: '相談のご提案', en: 'Offer to help' },
    at: { x: 0, y: 106 },
    config: {},
    to: { done: 'answer' },
  },
  {
    id: 'answer',
    type: 'wait-for',
    title: { ja: '反応を待つ', en: 'Wait for an answer' },
    at: { x: 0, y: 212 },
    config: {
      for: [
        { id: 'clicked', kind: 'mail-clicked', node: 'n_offer' },
        { id: 'asked', kind: 'form', form: 'contact' },
      ],
      timeout: { amount: 7, unit: 'days' },
    },
    to: { clicked: 'sales', asked: 'sales', timeout: 'end' },
  },
];

const followUp: Text = {
  ja: '料金のどこで迷っているかを聞き、使い方に合うプランと見積もりを示す。',
  en: 'Ask what makes them hesitate about the price, and show the plan that fits, with a quote.',
};

const questions: readonly Text[] = [
  { ja: '何人で、何に使う予定か', en: 'How many people will use it, and for what?' },
  { ja: '予算と、決める人は誰か', en: 'What is the budget, and who decides?' },
];
