import { expect, it } from 'vitest';
import { guessFields } from './guess-fields.ts';

const choices = [
  { value: 'name', label: '氏名' },
  { value: 'email', label: 'メールアドレス' },
  { value: 'company', label: '会社' },
  { value: 'own.sites', label: '拠点数' },
  { value: 'consent', label: '案内のメールへの同意' },
];

it('knows columns by what they are called here and elsewhere, own fields too', () => {
  const heads = ['お名前', 'E-Mail', '会社名 *', '拠点数', '備考'];
  expect(guessFields({ heads, choices })).toEqual(['name', 'email', 'company', 'own.sites', undefined]);
});

it('knows a column that tells who may be mailed', () => {
  expect(guessFields({ heads: ['メルマガ同意'], choices })).toEqual(['consent']);
  expect(guessFields({ heads: ['Email opt-in'], choices })).toEqual(['consent']);
  expect(guessFields({ heads: ['メール', '案内メールの同意'], choices })).toEqual(['email', 'consent']);
});

it('takes the column that is called consent before one that only sounds like it', () => {
  expect(guessFields({ heads: ['メルマガ', '案内のメールへの同意'], choices })).toEqual([undefined, 'consent']);
});

it('gives no field to two columns', () => {
  expect(guessFields({ heads: ['email', 'メール'], choices })).toEqual(['email', undefined]);
});
