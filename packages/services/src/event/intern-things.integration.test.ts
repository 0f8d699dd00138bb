import { thing } from '@sodate/database/schema/event';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { internThings, thingName } from './intern-things.ts';
import type { NewThing } from './new-event.ts';

let test: TestDatabase;
let context: Context;

beforeAll(async () => {
  test = await createTestDatabase();
  context = testContext({ database: test.pool.database });
});
afterAll(() => test.drop());

const price: NewThing = { kind: 'page', key: 'a.example/price', path: '/price', title: '料金' };
const form: NewThing = { kind: 'form', key: 'a.example/price' };

it('gives the same thing the same id, and things of another kind another', async () => {
  const first = await internThings({ context, things: [price, form, price] });
  const second = await internThings({ context, things: [form, price] });
  expect(first.size).toBe(2);
  expect(new Set(first.values()).size).toBe(2);
  expect([...second].sort()).toEqual([...first].sort());
});

it('guesses what a page speaks of', async () => {
  const ids = await internThings({ context, things: [price] });
  const rows = await context.database.select().from(thing);
  expect(rows.find((row) => row.id === ids.get(thingName(price)))?.topic).toBe('price');
});

it('agrees on one id when many ask at once, in any order', async () => {
  const things = ['1', '2', '3', '4'].map((key): NewThing => ({ kind: 'custom', key }));
  const answers = await Promise.all(
    [things, things.toReversed(), things, things.toReversed()].map((wanted) =>
      internThings({ context, things: wanted }),
    ),
  );
  for (const answer of answers) expect([...answer].sort()).toEqual([...(answers[0] ?? [])].sort());
});

it('gives a thing without a title the first that comes, and keeps it', async () => {
  const bare: NewThing = { kind: 'form', key: 'contact' };
  const titleOf = async () =>
    (await context.database.select().from(thing)).find(({ key }) => key === bare.key)?.title ?? null;
  await internThings({ context, things: [bare] });
  expect(await titleOf()).toBeNull();
  for (const title of ['お問い合わせ', '別の題']) await internThings({ context, things: [{ ...bare, title }] });
  expect(await titleOf()).toBe('お問い合わせ');
});
