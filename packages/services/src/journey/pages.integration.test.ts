import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { internThings } from '../event/intern-things.ts';
import { pageOfUrl } from '../event/page-of-url.ts';
import { countPages } from './count-pages.ts';
import { readPagesSeen } from './read-pages-seen.ts';
import { readSurroundings } from './read-surroundings.ts';

let database: TestDatabase;
let context: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database });
});

afterAll(() => database.drop());

function count(match: 'exact' | 'prefix' | 'pattern', value: string) {
  return countPages({ context, input: { match, value } });
}

it('counts the pages that fit as soon as there are any, and knows them where a journey asks for one', async () => {
  expect(await count('prefix', '/price')).toEqual({ pages: 0, first: null, noneSeen: true, meant: null });
  expect((await readSurroundings({ context })).pages).toEqual([]);
  const urls = ['https://a.example/demo/price', 'https://b.example/demo/price', 'https://a.example/demo/cases/aoba'];
  await internThings({ context, things: urls.flatMap((url) => pageOfUrl({ kind: 'page', url, title: '料金' }) ?? []) });
  expect(await count('prefix', '/price')).toMatchObject({ pages: 0, first: null, noneSeen: false });
  expect(await count('pattern', '/*price*')).toMatchObject({ pages: 1, first: '/demo/price', meant: null });
  expect(await count('prefix', '/demo')).toMatchObject({ pages: 2, first: '/demo/cases/aoba' });
  expect(await count('exact', 'https://A.example/demo/price/')).toMatchObject({ pages: 1, first: '/demo/price' });
  expect((await readSurroundings({ context })).pages?.toSorted()).toEqual([
    'a.example/demo/cases/aoba',
    'a.example/demo/price',
    'b.example/demo/price',
  ]);
});

it.each([
  { match: 'exact', value: '/demo/prise', meant: '/demo/price' },
  { match: 'pattern', value: '/demo/prise', meant: '/demo/price' },
  { match: 'pattern', value: '/demo/cses*', meant: '/demo/cases*' },
  { match: 'prefix', value: '/demo/cses', meant: '/demo/cases' },
  { match: 'prefix', value: '/price', meant: '/demo/price' },
  { match: 'exact', value: 'a.example/demo/pryce', meant: 'a.example/demo/price' },
  { match: 'pattern', value: '/*prise*', meant: null },
  { match: 'exact', value: '/careers', meant: null },
  { match: 'exact', value: '/', meant: null },
] as const)(
  'proposes what was meant by a pattern that no page fits: $match $value',
  async ({ match, value, meant }) => {
    expect(await count(match, value)).toMatchObject({ pages: 0, meant });
  },
);

it('knows the pages of the demo site before anybody has seen them, once visits are counted', async () => {
  const { pages = [] } = await readSurroundings({ context: { ...context, demo: true } });
  expect(pages).toContain('sodate.test/demo/cases/aoba-seiko');
});

it('offers pages by any part of their path', async () => {
  const offered = await readPagesSeen({ context, input: { search: '/price' } });
  expect(offered.map(({ path }) => path)).toContain('/demo/price');
});
