import type { LostReason, RejectReason } from '@sodate/database/schema/handoff';
import type { Text } from '@sodate/journey/text';

/** What somebody did with a hand-off, so many open hours after it was made. */
export type PlannedStep = { readonly after: number; readonly note?: Text } & (
  | { readonly kind: 'accepted' | 'absent' | 'reached' | 'met' | 'opportunity' | 'won' | 'note' }
  | { readonly kind: 'lost'; readonly reason: LostReason }
  | { readonly kind: 'rejected'; readonly reason: RejectReason }
  /** By the sales manager, to the rep of this number. */
  | { readonly kind: 'assigned'; readonly to: number }
);

/** One hand-off of the seed. Times are open hours of the calendar: a working week has 45. */
export interface PlannedHandoff {
  /** How long before now it was made. */
  readonly ago: number;
  /** Number of the rep who got it first. */
  readonly rep: number;
  readonly steps: readonly PlannedStep[];
}

/** All promise a first answer within this many open hours, with a reminder this long before. */
export const answerWithinHours = 4;
export const remindBeforeHours = 1;

const budgetAsked: Text = {
  ja: '来期の予算に入れたいとのこと。概算の見積もりを送る。',
  en: 'Wants it in next year’s budget. Sending a rough quote.',
};
const demoAgreed: Text = {
  ja: '情シスの方も同席で、棚卸の場面のデモをする約束をした。',
  en: 'Agreed on a demo of stocktaking, with somebody from IT.',
};
const quoteSent: Text = { ja: '3拠点ぶんの見積もりを出した。', en: 'Sent a quote for three sites.' };
const signed: Text = { ja: '2拠点から始めることに決まった。', en: 'They start with two sites.' };
const otherChosen: Text = { ja: '今回は他社に決めたとのこと。', en: 'They chose somebody else this time.' };
const noBudget: Text = { ja: '今期は予算が取れなかった。', en: 'No budget this year.' };
const student: Text = { ja: '学生の方で、卒業論文の調べもの。', en: 'A student, reading for a thesis.' };
const nextYear: Text = { ja: '検討は来年の春からとのこと。', en: 'They will look at it next spring.' };
const tookOver: Text = {
  ja: '三田さんが商談続きなので、引き継いだ。',
  en: 'Took it over: Ryo was in meetings all day.',
};

/** Not yet answered: three overdue, one nearly, the rest with time left. */
const waiting: readonly PlannedHandoff[] = [
  { ago: 9.5, rep: 0, steps: [] },
  { ago: 6, rep: 1, steps: [] },
  { ago: 4.6, rep: 0, steps: [] },
  { ago: 3.4, rep: 2, steps: [] },
  { ago: 2.6, rep: 0, steps: [{ kind: 'assigned', after: 1.2, to: 2 }] },
  { ago: 2, rep: 1, steps: [] },
  { ago: 1, rep: 2, steps: [] },
  { ago: 0.3, rep: 0, steps: [] },
];

const working: readonly PlannedHandoff[] = [
  { ago: 5, rep: 1, steps: [{ kind: 'accepted', after: 0.8 }] },
  {
    ago: 11,
    rep: 2,
    steps: [
      { kind: 'accepted', after: 2 },
      { kind: 'absent', after: 5 },
    ],
  },
  {
    ago: 14,
    rep: 0,
    steps: [
      { kind: 'accepted', after: 1.2 },
      { kind: 'met', after: 9, note: demoAgreed },
    ],
  },
  {
    ago: 20,
    rep: 1,
    steps: [
      { kind: 'accepted', after: 3.2 },
      { kind: 'absent', after: 6 },
      { kind: 'absent', after: 12 },
    ],
  },
  { ago: 26, rep: 2, steps: [{ kind: 'accepted', after: 5.5 }] },
  {
    ago: 30,
    rep: 1,
    steps: [
      { kind: 'accepted', after: 1 },
      { kind: 'met', after: 6 },
      { kind: 'opportunity', after: 14, note: budgetAsked },
    ],
  },
  {
    ago: 48,
    rep: 0,
    steps: [
      { kind: 'assigned', after: 5, to: 1 },
      { kind: 'accepted', after: 5.4 },
      { kind: 'note', after: 5.5, note: tookOver },
      { kind: 'met', after: 20, note: demoAgreed },
    ],
  },
  {
    ago: 52,
    rep: 2,
    steps: [
      { kind: 'accepted', after: 2.5 },
      { kind: 'opportunity', after: 30, note: quoteSent },
    ],
  },
];

const rejected: readonly PlannedHandoff[] = [
  { ago: 8, rep: 1, steps: [{ kind: 'rejected', after: 1.5, reason: 'too-early', note: nextYear }] },
  { ago: 17, rep: 0, steps: [{ kind: 'rejected', after: 3, reason: 'not-target', note: student }] },
  { ago: 41, rep: 2, steps: [{ kind: 'rejected', after: 2, reason: 'wrong-contact' }] },
  { ago: 63, rep: 1, steps: [{ kind: 'rejected', after: 1, reason: 'already-talking' }] },
  { ago: 96, rep: 0, steps: [{ kind: 'rejected', after: 6, reason: 'too-early' }] },
];

const closed: readonly PlannedHandoff[] = [
  {
    ago: 75,
    rep: 0,
    steps: [
      { kind: 'accepted', after: 2 },
      { kind: 'met', after: 20 },
      { kind: 'lost', after: 50, reason: 'other-chosen', note: otherChosen },
    ],
  },
  {
    ago: 90,
    rep: 1,
    steps: [
      { kind: 'accepted', after: 1 },
      { kind: 'met', after: 10, note: demoAgreed },
      { kind: 'opportunity', after: 25, note: quoteSent },
      { kind: 'won', after: 70, note: signed },
    ],
  },
  {
    ago: 120,
    rep: 2,
    steps: [
      { kind: 'accepted', after: 4.8 },
      { kind: 'lost', after: 60, reason: 'no-budget', note: noBudget },
    ],
  },
  {
    ago: 135,
    rep: 0,
    steps: [
      { kind: 'accepted', after: 0.6 },
      { kind: 'opportunity', after: 20 },
      { kind: 'won', after: 100, note: signed },
    ],
  },
  {
    ago: 160,
    rep: 1,
    steps: [
      { kind: 'accepted', after: 3 },
      { kind: 'absent', after: 9 },
      { kind: 'reached', after: 18 },
      { kind: 'lost', after: 45, reason: 'no-need' },
    ],
  },
  {
    ago: 180,
    rep: 2,
    steps: [
      { kind: 'accepted', after: 1.5 },
      { kind: 'met', after: 12 },
      { kind: 'won', after: 120, note: signed },
    ],
  },
];

/** The hand-offs that the seed makes, in every state, over the last month. */
export const plannedHandoffs: readonly PlannedHandoff[] = [...waiting, ...working, ...rejected, ...closed];
