import { handoff } from '@sodate/database/schema/handoff';
import { audit } from '@sodate/database/schema/organisation';
import type { Role } from '@sodate/database/schema/user';
import { user } from '@sodate/database/schema/user';
import { asId, type LeadId, type UserId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext, testUser } from '../../../../test/database.ts';
import { only } from '../../../../test/hosts/store-lead.ts';
import { handOver } from '../../../../test/hosts/test-handoffs.ts';
import { saveAttribute } from '../attribute/save-attribute.ts';
import { editCompany } from '../company/edit-company.ts';
import { searchCompanies } from '../company/search-companies.ts';
import { tellCompanyLeads } from '../company/tell-company-leads.ts';
import { noteConsent } from '../consent/note-consent.ts';
import type { Context } from '../context.ts';
import { createLead } from './create-lead.ts';
import { type EditLeadInput, editLead } from './edit-lead.ts';
import { getLead } from './get-lead.ts';
import { listLeads } from './list-leads.ts';
import { countTimeline, readTimeline } from './read-timeline.ts';

let database: TestDatabase;
let context: Context;
let owner: UserId;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database });
  const people = await context.database.insert(user).values({ name: '水野 陽介', email: 'm@example.jp' }).returning();
  owner = only(people).id;
  const title = { ja: '拠点数', en: 'Sites' };
  await saveAttribute({ context, input: { of: 'lead', name: 'sites', title, kind: 'number', options: null } });
});
afterAll(() => database.drop());

let made = 0;

async function make(): Promise<LeadId> {
  const email = `lead${++made}@example.jp`;
  const created = await createLead({
    context,
    input: { fields: { name: '坂井 真理子', email }, company: '星川食品株式会社' },
  });
  return created.lead;
}

function edit(input: Partial<EditLeadInput> & { lead: LeadId }) {
  return editLead({ context, input: { fields: {}, ...input } });
}

async function eventsOf(lead: LeadId) {
  const { rows } = await readTimeline({ context, input: { lead, limit: 50 } });
  return rows.map(({ name, properties }) => (name === 'attribute-changed' ? `${name} ${properties.attribute}` : name));
}

it('makes a lead that lists show at once', async () => {
  const lead = await make();
  const { rows } = await listLeads({ context, input: { filter: {}, sort: 'score', limit: 50 } });
  expect(rows.find(({ id }) => id === lead)).toMatchObject({
    name: '坂井 真理子',
    company: { name: '星川食品株式会社' },
  });
  expect(await eventsOf(lead)).toContain('lead-created');
});

it('does not call a change what was given as the lead was made', async () => {
  const { lead } = await createLead({ context, input: { fields: { name: '坂井 真理子' }, company: '星川食品' } });
  expect(await eventsOf(lead)).toEqual(['lead-created']);
});

it('says in the audit who added a lead by hand', async () => {
  const rep = { ...context, actor: testUser({ id: owner, role: 'sales-rep' }) };
  const { lead } = await createLead({ context: rep, input: { fields: { name: '展示会 花子' } } });
  const lines = await context.database.select().from(audit).where(eq(audit.subjectId, lead));
  expect(lines).toMatchObject([{ action: 'lead-created', subject: 'lead', userId: owner }]);
});

it('stores what is typed in its normal form', async () => {
  const lead = await make();
  await edit({
    lead,
    fields: { email: ' Ｍ.Sakai@Example.JP', phone: '０４９-000-0142', title: ' 課長　', own: { sites: '４' } },
  });
  const detail = await getLead({ context, input: { lead } });
  expect(detail).toMatchObject({ email: 'm.sakai@example.jp', phone: '0490000142', title: '課長' });
  expect(detail.own).toEqual([expect.objectContaining({ name: 'sites', value: 4 })]);
});

it('makes one event of each field that really changed', async () => {
  const lead = await make();
  const before = await eventsOf(lead);
  await edit({ lead, fields: { name: '坂井 真理子', department: '物流部' }, owner, stage: 'mql' });
  const after = await eventsOf(lead);
  expect(after.slice(0, after.length - before.length).toSorted()).toEqual([
    'attribute-changed department',
    'attribute-changed owner',
    'stage-changed',
  ]);
  await edit({ lead, fields: { department: '物流部' }, owner, stage: 'mql' });
  expect(await eventsOf(lead)).toHaveLength(after.length);
  expect(await getLead({ context, input: { lead } })).toMatchObject({ owner: { name: '水野 陽介' }, stage: 'mql' });
});

it('finds the company again under another spelling, and clears it', async () => {
  const one = await make();
  await edit({ lead: one, company: '㈱星川食品' });
  expect((await searchCompanies({ context, input: { search: '星川', limit: 20 } })).length).toBe(1);
  await edit({ lead: one, company: null });
  expect((await getLead({ context, input: { lead: one } })).company).toBeNull();
});

it.each<[string, Partial<EditLeadInput>, string]>([
  ['an address that is none', { fields: { email: 'sakai' } }, 'email'],
  ['a phone number without digits', { fields: { phone: 'なし' } }, 'phone'],
  ['an unknown time zone', { fields: { zone: 'Asia/Edo' } }, 'zone'],
  ['an own field that is not defined', { fields: { own: { shoe: 1 } } }, 'shoe'],
  ['a text for a number', { fields: { own: { sites: 'many' } } }, 'sites'],
  ['an owner who is not here', { owner: asId('00000000-0000-7000-8000-000000000000') }, 'owner'],
])('refuses %s, and says where', async (...[, input, field]) => {
  const lead = await make();
  await expect(edit({ lead, ...input })).rejects.toMatchObject({ kind: 'invalid', field });
});

it('refuses the address of another lead, and changes nothing', async () => {
  const other = await make();
  const taken = (await getLead({ context, input: { lead: other } })).email;
  const lead = await make();
  await expect(edit({ lead, fields: { title: '部長', email: taken } })).rejects.toMatchObject({ kind: 'conflict' });
  expect((await getLead({ context, input: { lead } })).title).toBeNull();
  await expect(createLead({ context, input: { fields: { email: taken } } })).rejects.toMatchObject({
    kind: 'conflict',
  });
});

it('refuses a lead without name and address', async () => {
  await expect(createLead({ context, input: { fields: { title: '課長' } } })).rejects.toMatchObject({ field: 'name' });
});

it('tells every lead of a company when the company changes', async () => {
  const lead = await make();
  const { company } = await getLead({ context, input: { lead } });
  if (company === null) throw new Error('no company');
  await editCompany({ context, input: { company: company.id, fields: { employees: 320, industry: '食品製造' } } });
  while ((await tellCompanyLeads({ context })) > 0);
  expect((await eventsOf(lead))[0]).toMatch(/^attribute-changed .*employees/);
  expect((await getLead({ context, input: { lead } })).company).toMatchObject({ employees: 320, industry: '食品製造' });
});

it.each<[Role, boolean]>([
  ['viewer', false],
  ['sales-rep', true],
])('shows a %s personal data: %s', async (...[role, shown]) => {
  const lead = await make();
  await edit({ lead, fields: { phone: '049-000-0142', own: { sites: 77 } } });
  const reader = { ...context, actor: testUser({ id: asId(crypto.randomUUID()), role }) };
  const detail = JSON.stringify(await getLead({ context: reader, input: { lead } }));
  const history = JSON.stringify(await readTimeline({ context: reader, input: { lead, limit: 50 } }));
  expect(/坂井|example\.jp|0490000142|"value":77/.test(detail)).toBe(shown);
  expect(history.includes('department')).toBe(false);
});

it('pages through a history, and counts it by kind', async () => {
  const lead = await make();
  for (const title of ['主任', '課長', '部長']) await edit({ lead, fields: { title } });
  await edit({ lead, stage: 'sql' });
  const counts = await countTimeline({ context, input: { lead } });
  const first = await readTimeline({ context, input: { lead, limit: 2 } });
  const second = await readTimeline({
    context,
    input: { lead, limit: 50, ...(first.next ? { after: first.next } : {}) },
  });
  expect(first.rows.length + second.rows.length).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
  const sales = await readTimeline({ context, input: { lead, limit: 50, kind: 'sales' } });
  expect(sales.rows.map(({ name }) => name)).toEqual(['stage-changed']);
  expect(counts.sales).toBe(1);
});

it('lets a rep add a lead, own it, and correct its card; of any lead record what it says, and no more', async () => {
  const rep = { ...context, actor: testUser({ id: owner, role: 'sales-rep' }) };
  const change = (lead: LeadId, input: Partial<EditLeadInput>) =>
    editLead({ context: rep, input: { lead, fields: {}, ...input } });
  const { lead: met } = await createLead({ context: rep, input: { fields: { name: '展示会 太郎' }, company: '城南' } });
  expect(await getLead({ context: rep, input: { lead: met } })).toMatchObject({ owner: { id: owner }, reach: 'card' });
  await change(met, { fields: { phone: '03-1111-2222' } });
  expect(await getLead({ context: rep, input: { lead: met } })).toMatchObject({ phone: '0311112222' });
  await expect(change(met, { stage: 'customer' })).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(change(met, { fields: { own: { sites: 3 } } })).rejects.toMatchObject({ kind: 'forbidden' });
  const others = await make();
  expect(await getLead({ context: rep, input: { lead: others } })).toMatchObject({ owner: null, reach: 'none' });
  await expect(change(others, { fields: { phone: '0311112222' } })).rejects.toMatchObject({ kind: 'forbidden' });
  const said = { topic: 'marketing', given: false, wording: '', source: '電話' } as const;
  await noteConsent({ context: rep, input: { lead: others, ...said } });
  expect((await getLead({ context: rep, input: { lead: others } })).consents).toMatchObject([said]);
});

it('lets a rep correct the card of a lead as long as they work on its hand-off', async () => {
  const rep = { ...context, actor: testUser({ id: owner, role: 'sales-rep' }) };
  const lead = await make();
  const id = await handOver({ database: context.database, to: { id: owner }, lead });
  await edit({ lead, owner: null });
  await editLead({ context: rep, input: { lead, fields: { phone: '0311112222' } } });
  await context.database.update(handoff).set({ closedAt: context.clock.now() }).where(eq(handoff.id, id));
  expect(await getLead({ context: rep, input: { lead } })).toMatchObject({ phone: '0311112222', reach: 'none' });
});
