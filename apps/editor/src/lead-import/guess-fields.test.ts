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
});

it('gives no field to two columns', () => {
  expect(guessFields({ heads: ['email', 'メール'], choices })).toEqual(['email', undefined]);
});
