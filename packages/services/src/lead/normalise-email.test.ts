import { expect, it } from 'vitest';
import { normaliseEmail } from './normalise-email.ts';

it('folds width and case, and drops blanks around', () => {
  expect(normaliseEmail(' Ｍ．Ｓａｋａｉ@Hoshikawa.example.co.jp ')).toBe('m.sakai@hoshikawa.example.co.jp');
});

it.each(['', 'sakai', 'sakai@', '@example.jp', 'a b@example.jp', 'a@example', '<a@example.jp>'])(
  'takes %j for no address',
  (text) => {
    expect(normaliseEmail(text)).toBeNull();
  },
);
