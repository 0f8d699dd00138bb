import { asInstant } from '@sodate/journey/time/instant';
import { expect, it } from 'vitest';
import type { NoticeAbout } from './notice-about.ts';
import { renderNotice } from './render-notice.ts';
import { wordNotice } from './word-notice.ts';

const hourMs = 3_600_000;

const about: NoticeAbout = {
  notice: 'assigned',
  language: 'ja',
  lead: { name: '江口 徹', department: '購買部', title: '部長', phone: '03-1234-5678' },
  company: 'つみき商事',
  owner: '堀 健太',
  dueAt: asInstant(Date.parse('2026-11-19T06:00:00Z')),
  passedOn: false,
  nextContact: null,
  lateMs: 0,
  zone: 'Asia/Tokyo',
  score: 78,
  reasons: [
    { rule: 'price', title: { ja: '料金ページを見た', en: 'Viewed a price page' }, times: 3, points: 60 },
    { rule: 'form', title: { ja: '資料を請求した', en: 'Asked for documents' }, times: 1, points: 18 },
  ],
  lastRead: { title: '導入事例 <製造>', at: asInstant(Date.parse('2026-11-19T01:05:00Z')) },
  followUp: '今日中に電話する',
  note: undefined,
  url: 'https://sodate.test/handoffs/1',
  mayReassign: false,
};

function mailOf(given: Partial<NoticeAbout>) {
  const { subject, parts } = wordNotice({ ...about, ...given });
  return { subject, ...renderNotice(parts) };
}

it('tells a rep whom to call, why now and what to do, with a number and a button to press', () => {
  const { subject, text, html } = mailOf({});
  expect(subject).toBe('引き渡し：つみき商事 江口 徹さん（11月19日(木) 15:00まで）');
  expect(text.split('\n').filter((line) => line !== '')).toEqual([
    '対応期限は11月19日(木) 15:00です。',
    '江口 徹さん',
    'つみき商事 購買部 部長',
    '電話: 03-1234-5678',
    '■ いま連絡する理由',
    'スコア 78点：料金ページを見た（3回）、資料を請求した',
    '最後に読んだページ：「導入事例 <製造>」（11月19日(木) 10:05）',
    '■ してほしいこと',
    '今日中に電話する',
    '引き渡しを開く',
    'https://sodate.test/handoffs/1',
  ]);
  expect(html).toContain('<a href="tel:0312345678">03-1234-5678</a>');
  expect(html).toContain('導入事例 &lt;製造&gt;');
  expect(html).toMatch(/<a href="https:\/\/sodate\.test\/handoffs\/1" style="[^"]+">引き渡しを開く<\/a>/);
});

it('says the same in English', () => {
  const { subject, text } = mailOf({ language: 'en' });
  expect(subject).toBe('Handed to you: つみき商事 江口 徹 (answer by Thu 19 Nov, 15:00)');
  expect(text).toContain('Score 78: Viewed a price page (3 times), Asked for documents');
  expect(text).toContain('Open the hand-off\nhttps://sodate.test/handoffs/1');
});

it('tells whoever answers for the deadline who has not answered, and asks them to act, not to answer', () => {
  const escalated = { notice: 'escalated', lateMs: 2 * hourMs, mayReassign: true } as const;
  const ja = mailOf(escalated);
  expect(ja.subject).toBe('堀 健太さんがまだ対応していません：つみき商事 江口 徹さん（期限 11月19日(木) 15:00）');
  expect(ja.text).toContain('堀 健太さんに声をかけるか、担当を変えてください。');
  expect(ja.text).toContain('営業時間で2時間遅れています。');
  expect(ja.html).toContain('>担当を変える</a>');
  const en = mailOf({ ...escalated, language: 'en' });
  expect(en.subject).toBe('堀 健太 has not answered: つみき商事 江口 徹 (was due Thu 19 Nov, 15:00)');
  expect(en.text).toContain('Have a word with 堀 健太, or reassign it.');
  expect(en.text).not.toContain('Please answer');
});

it('speaks of no deadline for what was accepted before it was reassigned', () => {
  const { subject, text } = mailOf({ passedOn: true });
  expect(subject).toBe('担当の変更：つみき商事 江口 徹さん（対応中）');
  expect(`${subject}${text}`).not.toContain('15:00');
  expect(text).toContain('続きをお願いします');
});

it('does not promise time that is over, to whoever gets it late', () => {
  const { subject, text } = mailOf({ lateMs: hourMs });
  expect(subject).toBe('引き渡し：つみき商事 江口 徹さん（期限 11月19日(木) 15:00 を過ぎています）');
  expect(text).toContain('営業時間で1時間遅れています。いまからでも受け付けられます。');
});

it('asks for an owner where nobody has it', () => {
  const { subject, text, html } = mailOf({ notice: 'escalated', owner: null, mayReassign: true });
  expect(subject).toMatch(/^担当がいないまま期限を過ぎました/);
  expect(text).toContain('担当を選んでください。');
  expect(html).toContain('>担当を選ぶ</a>');
});

it('names nobody to a reader without a right to personal data, and leads nowhere they may not go', () => {
  const { subject, text, html } = mailOf({ notice: 'escalated', lead: null, url: null });
  expect(`${subject}${text}${html}`).not.toMatch(/江口|03-1234|href/);
  expect(subject).toContain('つみき商事');
  expect(text).toContain('営業マネージャーに頼んでください');
});

it('reminds of the next contact by its day, or by the time that was chosen, with what was written for it', () => {
  const at = asInstant(Date.parse('2026-11-19T00:00:00Z'));
  const due = { notice: 'contact-due', note: { text: '見積の返事を聞く', by: null } } as const;
  const { subject, text } = mailOf({ ...due, nextContact: { at, timed: false } });
  expect(subject).toBe('今日連絡する：つみき商事 江口 徹さん（11月19日(木)）');
  expect(text).toContain('11月19日(木)に連絡すると決めた、対応中の引き渡しです。');
  expect(text).toContain('見積の返事を聞く');
  const timed = mailOf({ ...due, language: 'en', nextContact: { at, timed: true } });
  expect(timed.subject).toBe('Time to contact つみき商事 江口 徹 (Thu 19 Nov, 09:00)');
});
