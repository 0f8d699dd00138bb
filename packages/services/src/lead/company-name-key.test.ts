import { expect, it } from 'vitest';
import { companyNameKey } from './company-name-key.ts';

it.each([
  '株式会社あおばリンク',
  'あおばリンク株式会社',
  '㈱あおばリンク',
  '（株）あおばリンク',
  ' あおば リンク ',
  '株式会社 あおばﾘﾝｸ',
])('gives %j the key of its namesakes', (name) => {
  expect(companyNameKey(name)).toBe('あおばリンク');
});

it.each(['Aoba Link Co., Ltd.', 'AOBA LINK INC', 'Aoba Link, LLC', 'ＡＯＢＡ　ＬＩＮＫ', 'Aoba-Link K.K.'])(
  'knows Latin legal forms: %j',
  (name) => {
    expect(companyNameKey(name)).toBe('aobalink');
  },
);

it('keeps apart what differs by more than form', () => {
  expect(companyNameKey('あおばリンク東京')).not.toBe(companyNameKey('あおばリンク大阪'));
  expect(companyNameKey('Incline')).toBe('incline');
});

it('never makes an empty key of a name', () => {
  expect(companyNameKey('株式会社')).toBe('株式会社');
  expect(companyNameKey('★')).toBe('★');
});
