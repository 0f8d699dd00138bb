import type { Text } from '@sodate/journey/text';
import { sketchHandOff } from './sketch-hand-off.ts';
import { sketchMorningWait } from './sketch-morning-wait.ts';
import type { Sketch, Template } from './template.ts';

/** The shortest way from a document request to sales: two mails and one look at the score. */
export const documentFollowUp: Template = {
  id: 'document-follow-up',
  title: { ja: '資料請求のお礼と、3日後のフォロー', en: 'Thank you, and a follow-up after 3 days' },
  purpose: {
    ja: 'お礼をすぐに送り、3日後に活用のヒントを添えて、50点以上の人を営業に引き渡します。',
    en: 'Thanks at once, sends tips after three days, and hands leads with 50 points or more to sales.',
  },
  start: {
    ja: 'はじめに、2通のメールを自社の文面に直し、引き渡しの相手を選んでください。',
    en: 'First make the two emails your own, and choose who gets the hand-off.',
  },
  sketch: (given) => [
    ...steps,
    sketchMorningWait({ given, days: 3, at: { x: 0, y: 212 }, next: 'tips' }),
    sketchHandOff({
      given,
      at: { x: -142, y: 560 },
      followUp,
      questions,
      slaHours: 8,
      to: { opportunity: 'goal', rejected: 'end', lost: 'end' },
    }),
    {
      id: 'goal',
      type: 'goal',
      title: { ja: '商談になった', en: 'Opportunity' },
      at: { x: -142, y: 696 },
      config: {},
    },
    { id: 'end', type: 'end', at: { x: 142, y: 696 }, config: {} },
  ],
};

const steps: readonly Sketch[] = [
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
    title: { ja: 'お礼のメール', en: 'Thank-you email' },
    at: { x: 0, y: 106 },
    config: {},
    mail: 'thanks',
    to: { done: 'pause' },
  },
  {
    id: 'tips',
    type: 'send-mail',
    title: { ja: '活用のヒント', en: 'Tips for use' },
    at: { x: 0, y: 318 },
    config: {},
    mail: 'tips',
    to: { done: 'score' },
  },
  {
    id: 'score',
    type: 'branch-on-score',
    at: { x: 0, y: 424 },
    config: { bands: [{ id: 'high', from: 50 }] },
    to: { high: 'sales', else: 'end' },
  },
];

const followUp: Text = {
  ja: '資料のどこが役に立ったかを聞き、次に知りたいことに答える。興味があれば打ち合わせを提案する。',
  en: 'Ask which part of the document helped, answer what they want to know next, and offer a meeting.',
};

const questions: readonly Text[] = [
  { ja: '何に困って資料を請求したか', en: 'What problem made them ask for the document?' },
  { ja: '導入を考えている時期はいつか', en: 'When would they like to start?' },
];
