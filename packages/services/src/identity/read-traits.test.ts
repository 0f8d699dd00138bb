import { expect, it } from 'vitest';
import { readTraits } from './read-traits.ts';

it('reads a Japanese form, whatever its fields are called', () => {
  const traits = {
    会社名: '株式会社あおばリンク',
    部署名: '情報システム部',
    お名前: '佐藤　花子',
    'your-email': ' Ｓａｔｏ@Aoba.example ',
    電話番号: '０３-1234-5678',
    従業員数: '1,200名',
    ご相談内容: '在庫を見直したい',
  };
  expect(readTraits({ traits })).toEqual({
    email: 'sato@aoba.example',
    fields: { department: '情報システム部', name: '佐藤 花子', phone: '0312345678' },
    company: { name: '株式会社あおばリンク', employees: 1_200 },
    rest: { ご相談内容: '在庫を見直したい' },
  });
});

it('reads traits of the Segment spec', () => {
  const traits = {
    email: 'jane@acme.example',
    firstName: 'Jane',
    lastName: 'Doe',
    title: 'CTO',
    company: { name: 'Acme Inc', website: 'https://www.acme.example/about', employees: 42, industry: 'Retail' },
    plan: 'pro',
  };
  expect(readTraits({ traits })).toEqual({
    email: 'jane@acme.example',
    fields: { name: 'Jane Doe', title: 'CTO' },
    company: { name: 'Acme Inc', domain: 'acme.example', employees: 42, industry: 'Retail' },
    rest: { plan: 'pro' },
  });
});

it('writes a name in the order of its script', () => {
  expect(readTraits({ traits: { 姓: '佐藤', 名: '花子' } }).fields.name).toBe('佐藤 花子');
  expect(readTraits({ traits: { lastName: "O'Neil", firstName: 'Zoë' } }).fields.name).toBe("Zoë O'Neil");
});

it('leaves out what is empty or cannot be', () => {
  const traits = {
    email: 'none',
    name: ' ',
    phone: 'なし',
    timezone: 'Mars/Olympus',
    language: 'fr',
    note: '',
    x: null,
  };
  expect(readTraits({ traits })).toEqual({ fields: {}, company: {}, rest: {}, emailUnread: true });
});
