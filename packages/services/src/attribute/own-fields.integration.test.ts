import { lead } from '@sodate/database/schema/lead';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { readSurroundings } from '../journey/read-surroundings.ts';
import { createLead } from '../lead/create-lead.ts';
import { editLead } from '../lead/edit-lead.ts';
import { getLead } from '../lead/get-lead.ts';
import { ensureBantAttributes } from './bant-attributes.ts';
import { listAttributes } from './list-attributes.ts';
import { removeAttribute } from './remove-attribute.ts';
import { saveAttribute } from './save-attribute.ts';

const sites = {
  of: 'lead' as const,
  name: 'sites',
  title: { ja: '拠点数', en: 'Sites' },
  kind: 'number' as const,
  options: null,
  isNew: true,
};
let database: TestDatabase;
let context: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database });
});
afterAll(() => database.drop());

it('brings a new field to leads and to conditions, and keeps its values when it is removed', async () => {
  await saveAttribute({ context, input: sites });
  const { lead: id } = await createLead({ context, input: { fields: { name: '坂井' } } });
  await editLead({ context, input: { lead: id, fields: { own: { sites: '1,200' } } } });
  expect((await getLead({ context, input: { lead: id } })).own).toMatchObject([{ name: 'sites', value: 1200 }]);
  const offered = async () => (await readSurroundings({ context })).attributes.some(({ name }) => name === 'sites');
  expect(await offered()).toBe(true);

  await removeAttribute({ context, input: sites });
  expect((await getLead({ context, input: { lead: id } })).own).toEqual([]);
  expect(await offered()).toBe(false);
  const [row] = await context.database.select().from(lead).where(eq(lead.id, id));
  expect(row?.attributes).toEqual({ sites: 1200 });
  await saveAttribute({ context, input: sites });
  expect((await getLead({ context, input: { lead: id } })).own).toMatchObject([{ name: 'sites', value: 1200 }]);
});

it('changes titles and options, but never the kind, nor a field that another has just made', async () => {
  const plan = { ...sites, name: 'plan', kind: 'text' as const, options: ['A', 'B'] };
  await saveAttribute({ context, input: plan });
  await expect(saveAttribute({ context, input: plan })).rejects.toMatchObject({ kind: 'conflict' });
  const renamed = { ...plan, isNew: false, title: { ja: 'プラン', en: 'Plan' }, options: ['A', 'C'] };
  await saveAttribute({ context, input: renamed });
  const stored = (await listAttributes({ context })).find(({ name }) => name === 'plan');
  expect(stored).toMatchObject({ title: renamed.title, options: ['A', 'C'], fixed: false });
  const asNumber = { ...renamed, kind: 'number' as const, options: null };
  await expect(saveAttribute({ context, input: asNumber })).rejects.toMatchObject({ kind: 'conflict' });
});

it('shows and takes own fields of the company with its leads', async () => {
  await saveAttribute({ context, input: { ...sites, of: 'company', name: 'capital' } });
  const { lead: id } = await createLead({ context, input: { fields: { name: '岡部' }, company: '星川食品' } });
  await editLead({ context, input: { lead: id, fields: {}, companyOwn: { capital: 300 } } });
  expect((await getLead({ context, input: { lead: id } })).companyOwn).toMatchObject([{ name: 'capital', value: 300 }]);
});

it('keeps the fields that sales fill at hand-offs', async () => {
  await ensureBantAttributes({ context });
  const budget = { of: 'lead' as const, name: 'bantBudget' };
  await expect(removeAttribute({ context, input: budget })).rejects.toMatchObject({ kind: 'conflict' });
  expect((await listAttributes({ context })).find(({ name }) => name === 'bantBudget')).toMatchObject({ fixed: true });
});
