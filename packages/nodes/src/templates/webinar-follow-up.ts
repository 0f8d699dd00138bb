import type { Text } from '@sodate/journey/text';
import { sketchHandOff } from './sketch-hand-off.ts';
import type { Sketch, Template } from './template.ts';

/** Writes differently to who came and who did not; who asks goes to sales. */
export const webinarFollowUp: Template = {
  id: 'webinar-follow-up',
  title: { ja: 'ウェビナー後のフォロー', en: 'Webinar follow-up' },
  purpose: {
    ja: '参加・欠席で文面を分け、質問や問い合わせをした人を営業に引き渡します。',
    en: 'Writes differently to those who came and those who did not, and hands whoever asks to sales.',
  },
  start: {
    ja: '3通のメールと引き渡しの相手を選んでください。申し込みのフォームは「webinar」です。参加した人には、track で「Webinar Attended」を送ってください。',
    en: 'Choose the three emails and who gets the hand-off. The sign-up form is “webinar”; track “Webinar Attended” for those who came.',
  },
  settings: { reentry: { kind: 'always' } },
  sketch: (given) => [
    ...steps,
    ...reactions,
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
    id: 'signed',
    type: 'form-submitted',
    title: { ja: 'ウェビナーの申し込み', en: 'Webinar sign-up' },
    at: { x: 0, y: 0 },
    config: { form: 'webinar' },
    to: { done: 'confirm' },
  },
  {
    id: 'confirm',
    type: 'send-mail',
    title: { ja: '申し込みの確認', en: 'Confirmation' },
    at: { x: 0, y: 106 },
    config: {},
    to: { done: 'came' },
  },
  {
    id: 'came',
    type: 'wait-for',
    title: { ja: '参加を待つ', en: 'Wait for attendance' },
    at: { x: 0, y: 212 },
    config: {
      for: [{ id: 'attended', kind: 'custom', name: 'Webinar Attended' }],
      timeout: { amount: 14, unit: 'days' },
    },
    to: { attended: 'thanks', timeout: 'missed' },
  },
];

const reactions: readonly Sketch[] = [
  {
    id: 'thanks',
    type: 'send-mail',
    title: { ja: '参加のお礼と資料', en: 'Thanks and slides' },
    at: { x: -142, y: 348 },
    config: {},
    to: { done: 'asked' },
  },
  {
    id: 'missed',
    type: 'send-mail',
    title: { ja: '録画のご案内', en: 'The recording' },
    at: { x: 142, y: 348 },
    config: {},
    to: { done: 'asked' },
  },
  {
    id: 'asked',
    type: 'wait-for',
    title: { ja: '質問を待つ', en: 'Wait for a question' },
    at: { x: 0, y: 454 },
    config: {
      for: [{ id: 'question', kind: 'form', form: 'contact' }],
      timeout: { amount: 10, unit: 'days' },
    },
    to: { question: 'sales', timeout: 'end' },
  },
];

const followUp: Text = {
  ja: '質問に答え、ウェビナーで関心を持った点を聞いて、近い事例を紹介する。',
  en: 'Answer the question, ask what caught their interest in the webinar, and show a similar case.',
};

const questions: readonly Text[] = [
  { ja: 'どんな課題があって申し込んだか', en: 'What problem made them sign up?' },
  { ja: 'いまはどうしているか', en: 'How do they deal with it today?' },
];
