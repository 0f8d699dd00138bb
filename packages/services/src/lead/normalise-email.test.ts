import { describe, expect, it } from 'vitest';
import { emailDomain, normaliseEmail } from './normalise-email.ts';

describe('normaliseEmail', () => {
  it.each([
    ['  Sato@Aoba.EXAMPLE ', 'sato@aoba.example'],
    ['ｓａｔｏ＠ａｏｂａ．ｅｘａｍｐｌｅ', 'sato@aoba.example'],
    ["o'brien+list@mail.example.co.jp", "o'brien+list@mail.example.co.jp"],
  ])('folds width and case of %j', (given, stored) => {
    expect(normaliseEmail(given)).toBe(stored);
  });

  it.each(['', 'sato', 'sato@', '@aoba.example', 'sato@aoba', 'a b@aoba.example', 'a@b@c.example', '<a@b.example>'])(
    'does not take %j for an address',
    (given) => {
      expect(normaliseEmail(given)).toBeUndefined();
    },
  );

  it.each(['a@b.jp, c@d.jp', 'a@b.jp\r\nbcc:c@d.jp', 'a\u0000@b.jp', 'a\u202e@b.jp', 'a@b\u200b.jp', 'a@b.jp;c@d.jp'])(
    'lets nothing hide in %j',
    (given) => {
      expect(normaliseEmail(given)).toBeUndefined();
    },
  );

  it('refuses an address longer than mail can carry', () => {
    expect(normaliseEmail(`${'a'.repeat(65)}@b.example`)).toBeUndefined();
  });
});

describe('emailDomain', () => {
  it('is what stands after the at sign', () => {
    expect(emailDomain('sato@mail.aoba.example')).toBe('mail.aoba.example');
  });
});
