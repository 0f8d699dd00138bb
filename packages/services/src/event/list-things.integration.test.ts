import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { listPages } from '../form/list-pages.ts';
import { readKnownForms } from '../form/read-known-forms.ts';
import { internThings } from './intern-things.ts';
import { listThings } from './list-things.ts';
import { pageOfUrl } from './page-of-url.ts';

let test: TestDatabase;
let context: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  context = testContext({ database: test.pool.database });
  const pages = ['/', '/price', '/cases/a_b', '/cases/axb'].flatMap(
    (path) => pageOfUrl({ kind: 'page', url: `https://aoba.example${path}`, title: `頁 ${path}` }) ?? [],
  );
  await internThings({ context, things: [...pages, { kind: 'form', key: 'request', title: '資料請求' }] });
});
afterAll(() => test.drop());

const keys = ({ rows }: { rows: readonly { key: string }[] }) => rows.map(({ key }) => key);

it('lists pages and forms apart', async () => {
  expect(keys(await listThings({ context, kind: 'form', input: { limit: 50, search: '' } }))).toEqual(['request']);
  expect(keys(await listPages({ context, input: { limit: 50, search: '' } }))).toHaveLength(4);
});

it('knows the forms of the demo site by one name, before and after somebody has sent one, where there is such a site', async () => {
  const known = (demo: boolean) => readKnownForms({ context: { ...context, demo }, most: 50 });
  const request = { id: 'request', title: { ja: '資料請求', en: '資料請求' } };
  expect(await known(false)).toEqual([request]);
  expect(await known(true)).toMatchObject([
    request,
    { id: 'document-request', title: { ja: 'デモサイトの資料請求' }, onDemoSite: true },
    { id: 'contact', onDemoSite: true },
  ]);
  await internThings({ context, things: [{ kind: 'form', key: 'contact', title: 'お問い合わせ | つみき在庫' }] });
  expect(await known(true)).toMatchObject([
    { id: 'contact', title: { ja: 'デモサイトのお問い合わせ' } },
    request,
    { id: 'document-request' },
  ]);
});

it('finds a page by part of its address or title, taking signs as they are', async () => {
  expect(keys(await listPages({ context, input: { limit: 50, search: 'a_b' } }))).toEqual(['aoba.example/cases/a_b']);
  expect(keys(await listPages({ context, input: { limit: 50, search: '頁 /pr' } }))).toEqual(['aoba.example/price']);
});

it('pages through all of them', async () => {
  const first = await listPages({ context, input: { limit: 3, search: '' } });
  const second = await listPages({
    context,
    input: { limit: 3, search: '', ...(first.next ? { after: first.next } : {}) },
  });
  expect([...keys(first), ...keys(second)]).toEqual([
    'aoba.example',
    'aoba.example/cases/a_b',
    'aoba.example/cases/axb',
    'aoba.example/price',
  ]);
  expect(second.next).toBeUndefined();
});
