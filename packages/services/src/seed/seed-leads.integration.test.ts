import { asId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { listMailsOf } from '../handoff/list-mails-of.ts';
import { makeOrganisation } from '../mail/mail-world.ts';
import { seedLeads } from './seed-leads.ts';

let test: TestDatabase;
let context: Context;
beforeAll(async () => {
  test = await createTestDatabase();
  context = testContext({ database: test.pool.database });
  await seedLeads({ context, input: { leads: 700 } });
});
afterAll(() => test.drop());

async function readOne(query: ReturnType<typeof sql>): Promise<Record<string, unknown>> {
  const [row] = await test.pool.database.execute(query);
  return row ?? {};
}

it('stores as many leads as asked for, at companies that several share', async () => {
  const row = await readOne(sql`
    select count(*)::int as leads, count(distinct company_id)::int as companies, count(distinct email)::int as addresses,
      bool_and(email like '%.example') as harmless from lead`);

  expect(row).toEqual({ leads: 700, companies: 234, addresses: 700, harmless: true });
});

it('gives every lead a past in order, of which none lies ahead', async () => {
  const row = await readOne(sql`
    with told as (
      select v.lead_id, e.id, e.occurred_at, e.stored_at, e.name,
        lag(e.occurred_at) over (partition by v.lead_id order by e.id) as before
      from event e join visitor v on v.id = e.visitor_id)
    select count(distinct lead_id)::int as leads, bool_and(before is null or before <= occurred_at) as ordered,
      max(stored_at) <= now() as past, count(*) filter (where name = 'lead-created')::int as created from told`);

  expect(row).toEqual({ leads: 700, ordered: true, past: true, created: 700 });
});

it('leaves leads as storing each event would have', async () => {
  const row = await readOne(sql`
    select count(*)::int as wrong from lead l
    where l.last_event_id <> (select max(e.id) from event e join visitor v on v.id = e.visitor_id where v.lead_id = l.id)
      or l.last_seen_at is null or l.first_touch is null
      or (l.stage <> 'lead') <> exists (select from event e join visitor v on v.id = e.visitor_id
        where v.lead_id = l.id and e.name = 'stage-changed' and e.outcome = l.stage)`);

  expect(row).toEqual({ wrong: 0 });
});

it('writes something into every form that was sent', async () => {
  const row = await readOne(sql`
    select count(*)::int as sent, count(*) filter (where coalesce(properties #>> '{fields,message}', '') = '')::int as empty,
      count(distinct properties #>> '{fields,message}') > 6 as various
    from event where name = 'form-submitted'`);

  expect(row).toEqual({ sent: 700, empty: 0, various: true });
});

it('makes few leads hot, and has some at every stage', async () => {
  const hot = await readOne(sql`
    select (count(*) filter (where s.score >= 60))::float / count(*) as share, count(*)::int as scored from lead_score s`);
  expect(hot.scored).toBe(700);
  expect(hot.share).toBeGreaterThan(0.005);
  expect(hot.share).toBeLessThan(0.2);

  const stages = await test.pool.database.execute(sql`select distinct stage from lead order by stage`);
  expect(stages.map(({ stage }) => stage)).toEqual(['customer', 'lead', 'mql', 'opportunity', 'sql']);
});

it('has mails whose text nobody kept, which are listed all the same with what came of them', async () => {
  const { lead, ...told } = await readOne(sql`
    select v.lead_id as lead, bool_or(e.name = 'mail-opened' or e.name = 'mail-clicked') as opened,
      count(*) filter (where e.name = 'mail-clicked')::int as clicks
    from event e join visitor v on v.id = e.visitor_id where e.name like 'mail-%'
    group by v.lead_id having count(*) filter (where e.name = 'mail-sent') = 1
    order by clicks desc, lead limit 1`);
  const mails = await listMailsOf({ context, lead: asId<'lead'>(String(lead)) });

  expect(told).toMatchObject({ opened: true, clicks: 1 });
  expect(mails).toMatchObject([{ ...told, sentMail: null, subject: expect.stringMatching(/./) }]);
});

it('adds other people when asked again', async () => {
  await seedLeads({ context, input: { leads: 10 } });

  expect(await readOne(sql`select count(*)::int as leads from lead`)).toEqual({ leads: 710 });
});

it('speaks the language that the installation was set up in', async () => {
  const english = await createTestDatabase();
  const own = testContext({ database: english.pool.database });
  await makeOrganisation({ context: own, language: 'en' });
  await seedLeads({ context: own, input: { leads: 30 } });
  const foreign = await english.pool.sql`
    select 'lead' as what from lead where concat(name, name_kana, department, title, region) ~ '[^ -~]'
    union all select 'company' from company where concat(name, industry) ~ '[^ -~]'
    union all select 'page' from thing where concat(title, path) ~ '[^ -~]' or path !~ '^/demo/en'
    union all select 'consent' from consent where wording ~ '[^ -~]'
    union all select 'touch' from lead where first_touch::text ~ '[^ -~]'`;
  await english.drop();
  expect(foreign).toEqual([]);
});
