import { effect, outbox } from '@sodate/database/schema/enrollment';
import { handoff, handoffEntry } from '@sodate/database/schema/handoff';
import { journey } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import { notice, organisation, teamMember } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import type { TeamId } from '@sodate/journey/id';
import { parseInstant } from '@sodate/journey/time/instant';
import { count, eq, isNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { newPerson } from '../../../../test/hosts/test-handoffs.ts';
import type { Context } from '../context.ts';
import { countHandoffs } from '../handoff/count-handoffs.ts';
import { listHandoffs } from '../handoff/list-handoffs.ts';
import { readBrief } from '../handoff/read-brief.ts';
import { reassignHandoff } from '../handoff/reassign-handoff.ts';
import { sendPasswordLink } from '../person/invite-person.ts';
import { removeSeed } from './remove-seed.ts';
import { seedJourney } from './seed-journey.ts';
import { seedLeads } from './seed-leads.ts';
import { seedSales } from './seed-sales.ts';

let test: TestDatabase;
let context: Context;
let team: TeamId;
let notYet: string;
let broken: Awaited<ReturnType<typeof seedWithoutNotices>>;
let kinds: readonly string[];

beforeAll(async () => {
  test = await createTestDatabase();
  context = testContext({ database: test.pool.database });
  await seedLeads({ context, input: { leads: 400 } });
  notYet = (await seedSales({ context })).kind;
  const sender = { name: 'アオバリンク', email: 'a@sodate.test', postalAddress: '' };
  await context.database.insert(organisation).values({ name: 'アオバリンク', sender });
  broken = await seedWithoutNotices();
  const twice = await Promise.all([seedSales({ context }), seedSales({ context })]);
  kinds = twice.map(({ kind }) => kind).toSorted();
  const made = twice.find(({ kind }) => kind === 'made');
  if (made?.kind !== 'made') throw new Error(`nobody was made: ${kinds}`);
  ({ team } = made);
});
afterAll(() => test.drop());

/** What is left of a seed whose last writing goes wrong. */
async function seedWithoutNotices() {
  const { database } = context;
  await database.execute(sql`alter table ${notice} add constraint none_now check (false) not valid`);
  const error = await seedSales({ context }).catch((thrown: unknown) => thrown);
  await database.execute(sql`alter table ${notice} drop constraint none_now`);
  const left = await readOne(sql`
    select (select count(*) from "user")::int as people, (select count(*) from team)::int as teams,
      (select count(*) from handoff)::int as handoffs`);
  return { error, left };
}

async function readOne(query: ReturnType<typeof sql>): Promise<Record<string, unknown>> {
  const [row] = await test.pool.database.execute(query);
  return row ?? {};
}

describe('the made-up sales team', () => {
  it('has hand-offs in every state, some of them overdue, and each rep has work', async () => {
    const counts = await countHandoffs({ context, input: {} });
    expect(counts).toMatchObject({ open: 8, overdue: 3, working: 8, stuck: 0 });

    const row = await readOne(sql`
      select array_agg(distinct state order by state) as states, count(distinct owner_id)::int as owners,
        (count(*) filter (where accepted_at > due_at))::int as late, bool_and(created_at < now()) as past,
        count(distinct reject_reason) filter (where state = 'rejected')::int as reasons,
        count(*) filter (where state = 'lost' and reject_reason is null)::int as unsaid from handoff`);
    expect(row).toEqual({
      states: ['accepted', 'lost', 'open', 'opportunity', 'rejected', 'won'],
      owners: 3,
      late: 3,
      past: true,
      reasons: 4,
      unsaid: 0,
    });
  });

  it('leaves leads, log and events as the verbs would have, in the order of time', async () => {
    const wrong = await readOne(sql`
      select count(*) filter (where l.owner_id <> h.owner_id)::int as owners,
        count(*) filter (where l.last_event_id <> (select max(e.id) from event e join visitor v on v.id = e.visitor_id
          where v.lead_id = l.id))::int as last,
        count(*) filter (where l.stage <> (select e.outcome from event e join visitor v on v.id = e.visitor_id
          where v.lead_id = l.id and e.name = 'stage-changed' order by e.id desc limit 1))::int as stages,
        count(*) filter (where h.state = 'open' and h.overdue_at is null and h.look_at is null)::int as unwatched,
        count(*) filter (where h.accepted_at < h.created_at or h.closed_at < h.accepted_at)::int as backwards
      from handoff h join lead l on l.id = h.lead_id`);
    expect(wrong).toEqual({ owners: 0, last: 0, stages: 0, unwatched: 0, backwards: 0 });

    const order = await readOne(sql`
      with told as (select e.occurred_at, lag(e.occurred_at) over (partition by v.lead_id order by e.id) as before
        from event e join visitor v on v.id = e.visitor_id)
      select bool_and(before is null or before <= occurred_at) as ordered, max(occurred_at) <= now() as past from told`);
    expect(order).toEqual({ ordered: true, past: true });
  });

  it('has a timer for each deadline still to come, and for no other', async () => {
    const rows = await context.database.select({ body: outbox.body }).from(outbox);
    const started = rows.flatMap(({ body }) => (body.kind === 'start-handoff' ? [body.handoff] : []));
    const coming = await context.database
      .select({ id: handoff.id })
      .from(handoff)
      .where(sql`${handoff.state} = 'open' and ${handoff.overdueAt} is null`);
    expect(started.toSorted()).toEqual(coming.map(({ id }) => String(id)).toSorted());
  });

  it('shows the manager what is overdue, with its whole brief, and it can be given to another rep without a mail', async () => {
    const [manager] = await context.database.select().from(user).where(eq(user.role, 'sales-manager'));
    if (manager === undefined) throw new Error('no manager was made');
    const actor = { kind: 'user', id: manager.id, role: 'sales-manager', language: 'ja' } as const;
    const { rows } = await listHandoffs({ context: { ...context, actor }, input: { view: 'open', limit: 20 } });
    const [worst] = rows;
    if (!worst?.owner) throw new Error('nothing is overdue');
    expect(worst.overdue).toBe(true);
    const brief = await readBrief({ context: { ...context, actor }, input: { handoff: worst.id } });
    expect(brief.entries.map(({ kind }) => kind)).toEqual(['created', 'reminded', 'overdue']);
    expect(brief.reasonsThen.length).toBeGreaterThan(0);

    const reps = await context.database.select().from(user).where(eq(user.role, 'sales-rep'));
    const other = reps.find(({ id }) => id !== worst.owner?.id);
    if (other === undefined) throw new Error('there is only one rep');
    await reassignHandoff({ context: { ...context, actor }, input: { handoff: worst.id, owner: other.id } });
    const effects = await context.database.select({ state: effect.state }).from(effect);
    expect(effects).toEqual([{ state: 'dropped' }]);
    const told = await context.database.select().from(notice).where(eq(notice.userId, other.id));
    expect(told.some(({ href }) => href === `/handoffs/${worst.id}`)).toBe(true);
  });

  it('is never mailed a link: whoever manages people gets it to open', async () => {
    const [rep] = await context.database.select().from(user).where(eq(user.role, 'sales-rep'));
    if (rep === undefined) throw new Error('no rep was made');
    const transport = { send: () => Promise.reject(new Error('a mail was sent')) };
    const sent = await sendPasswordLink({ context, input: { id: rep.id }, transport: transport as never });
    expect(sent).toMatchObject({ mailError: null, madeUp: true });
    expect(sent.link).toContain('/choose-password?token=');
  });

  it('is whom the first journey of the template hands leads to', async () => {
    await seedJourney({ context, team });
    const [row] = await context.database.select({ draft: journey.draft }).from(journey);
    const nodes = Object.values(row?.draft.nodes ?? {});
    expect(nodes.find(({ type }) => type === 'hand-off')?.config).toMatchObject({
      to: { kind: 'team', team },
      sla: { amount: 4, unit: 'business-hours' },
    });
  });

  it('hands over in a journey worded in the language of the installation', async () => {
    await context.database.delete(journey);
    await context.database.update(organisation).set({ language: 'en' });
    await seedJourney({ context, team });
    const [row] = await context.database.select({ name: journey.name, draft: journey.draft }).from(journey);
    expect(row?.name).toBe('From document request to sales');
    expect(JSON.stringify(row?.draft)).not.toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
    await context.database.update(organisation).set({ language: 'ja' });
  });

  it('is made as a whole or not at all, so that it can be made after a failure', () => {
    expect(broken.error).toBeInstanceOf(Error);
    expect(broken.left).toEqual({ people: 0, teams: 0, handoffs: 0 });
  });

  it('is made once, though two ask at once, and not before set-up', async () => {
    expect(kinds).toEqual(['made', 'there-already']);
    expect(notYet).toBe('not-set-up');
    expect(await seedSales({ context })).toEqual({ kind: 'there-already' });
  });

  it('goes with the made-up leads; what it has of other leads waits for an owner', async () => {
    const { database } = context;
    const admin = await newPerson({ database, role: 'admin', name: '管理 太郎' });
    const [rep] = await database.select().from(user).where(eq(user.role, 'sales-rep'));
    const [own] = await database.insert(lead).values({ name: '本物 花子', email: 'hanako@real.example' }).returning();
    const [row] = await database.select().from(handoff).limit(1);
    if (!rep || !own || !row) throw new Error('nothing was seeded');
    const { id: _id, ...values } = row;
    const [real] = await database
      .insert(handoff)
      .values({
        ...values,
        leadId: own.id,
        ownerId: rep.id,
        state: 'open',
        dueAt: parseInstant('2027-01-01T00:00:00Z'),
      })
      .returning();
    const [erased] = await database.insert(lead).values({ name: '', erasedAt: values.createdAt }).returning();
    if (!erased) throw new Error('no lead was stored');
    const gone = { ...values, leadId: erased.id, ownerId: rep.id, state: 'opportunity' as const };
    const [silent] = await database.insert(handoff).values(gone).returning();

    await database.update(user).set({ banned: true }).where(eq(user.id, rep.id));

    for (let left = 1; left > 0; ) ({ left } = await removeSeed({ context }));

    const people = await database.select({ id: user.id }).from(user);
    expect(people).toEqual([{ id: admin.id }]);
    const kept = await database.select({ id: handoff.id, owner: handoff.ownerId }).from(handoff).orderBy(handoff.id);
    expect(kept).toEqual([real, silent].map((one) => ({ id: one?.id, owner: null })));
    const notices = await database.select({ user: notice.userId, kind: notice.kind }).from(notice);
    expect(notices).toEqual([{ user: admin.id, kind: 'handoff-unassigned' }]);
    const [entries] = await database.select({ count: count() }).from(handoffEntry);
    const [members] = await database.select({ count: count() }).from(teamMember);
    const [leads] = await database.select({ count: count() }).from(lead).where(isNull(lead.erasedAt));
    expect([entries?.count, members?.count, leads?.count]).toEqual([0, 0, 1]);
  });
});
