import { expect, it } from 'vitest';
import { nameBySubject } from './name-by-subject.ts';

const unnamed = '新しいメール';

it('calls a mail that nobody has named as its subject, letter by letter', () => {
  expect(nameBySubject({ name: unnamed, before: '', after: '資', unnamed })).toBe('資');
  expect(nameBySubject({ name: '資', before: '資', after: '資料をお送りします ', unnamed })).toBe('資料をお送りします');
});

it('leaves a name that somebody gave, and begins anew where the subject is taken away', () => {
  expect(nameBySubject({ name: 'お礼', before: '', after: '資料をお送りします', unnamed })).toBe('お礼');
  expect(nameBySubject({ name: 'お礼', before: '資', after: '', unnamed })).toBe('お礼');
  expect(nameBySubject({ name: '資', before: '資', after: '', unnamed })).toBe(unnamed);
});

it('cuts a long subject to the length of a name', () => {
  expect(nameBySubject({ name: unnamed, before: '', after: 'あ'.repeat(300), unnamed })).toBe('あ'.repeat(100));
});
