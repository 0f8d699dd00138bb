import { journey as journeyTable } from '@sodate/database/schema/journey';
import { consent, lead as leadTable } from '@sodate/database/schema/lead';
import { mail } from '@sodate/database/schema/mail';
import { asId } from '@sodate/journey/id';
import { tryPassage } from '@sodate/journey/simulate/try-passage';
import { asInstant } from '@sodate/journey/time/instant';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { templateIds } from '@sodate/nodes/templates/template';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext, testUser } from '../../../../test/database.ts';
import { ensureDefaultCalendar } from '../calendar/ensure-default-calendar.ts';
import type { Context } from '../context.ts';
import { ensureSampleMails } from '../mail/ensure-sample-mails.ts';
import { makeOrganisation } from '../mail/mail-world.ts';
import { createJourney } from './create-journey.ts';
import { readTrial, type Trial } from './read-trial.ts';

let database: TestDatabase;
let context: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database, nodeTypes: loadNodeTypes() });
  await ensureDefaultCalendar({ context });
});

afterAll(() => database.drop());

/** The nodes that a sample lead passes on the plan as a browser gets it. */
function wayOf({ plan, guesses, calendars }: Trial): readonly string[] {
  const entry = plan?.entries[0];
  if (plan === null || entry === undefined) return [];
  const enterAt = asInstant(Date.parse('2026-11-12T01:14:00Z'));
  const until = asInstant(enterAt + 400 * 86_400_000);
  const { visits } = tryPassage({ plan, entry, enterAt, until, choices: {}, guesses, calendars, seed: 1 });
  return visits.map(({ node }) => node);
}

it.each(templateIds)('compiles the template %s before its mails and its receiver are chosen', async (template) => {
  const { id: journey } = await createJourney({ context, input: { name: template, template } });
  const trial = await readTrial({ context, input: { journey } });
  expect(trial.errors).toEqual([]);
  expect(trial.plan?.entries).toHaveLength(1);
  expect(wayOf(trial).length).toBeGreaterThan(2);
  expect(trial.graph.nodes[asId<'node'>('n_sales')]?.config).not.toHaveProperty('to');
});

it('says which errors stand in the way and how to mend them, and changes nothing', async () => {
  const { id: journey } = await createJourney({ context, input: { name: '白紙' } });
  const before = await database.pool.database.select().from(journeyTable).where(eq(journeyTable.id, journey));
  const trial = await readTrial({ context, input: { journey } });
  expect(trial.plan).toBeNull();
  expect(trial.errors).toContainEqual(expect.objectContaining({ severity: 'error', mend: expect.anything() }));
  expect(await database.pool.database.select().from(journeyTable).where(eq(journeyTable.id, journey))).toEqual(before);
});

it('lets viewers try sample leads only', async () => {
  const { id: journey } = await createJourney({ context, input: { name: '料金', template: 'price-visit' } });
  const viewer = { ...context, actor: testUser({ id: asId('0198c000-0000-7000-8000-000000000001'), role: 'viewer' }) };
  expect((await readTrial({ context: viewer, input: { journey } })).answers).toBeNull();
  const lead = asId<'lead'>(crypto.randomUUID());
  await expect(readTrial({ context: viewer, input: { journey, lead } })).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(readTrial({ context, input: { journey, lead } })).rejects.toMatchObject({ kind: 'not-found' });
});

it('knows which mails a real lead would not get', async () => {
  await ensureSampleMails({ context, language: 'ja' });
  const { id: journey } = await createJourney({ context, input: { name: '資料', template: 'document-follow-up' } });
  const unmailable = async (values: typeof leadTable.$inferInsert, agrees = false) => {
    const [lead] = await context.database.insert(leadTable).values(values).returning();
    if (lead === undefined) throw new Error('no lead');
    if (agrees) {
      const word = { leadId: lead.id, topic: 'marketing', given: true, source: 'by-hand' } as const;
      await context.database.insert(consent).values({ ...word, wording: '' });
    }
    const { unmailable: nodes, graph } = await readTrial({ context, input: { journey, lead: lead.id } });
    const mails = await context.database.select().from(mail);
    return nodes.map((node) => mails.find(({ id }) => id === graph.nodes[node]?.config.mail)?.kind);
  };
  expect(await unmailable({ email: 'a@aoba.example' })).toEqual(['marketing']);
  expect(await unmailable({ email: 'b@aoba.example' }, true)).toEqual([]);
  expect(await unmailable({ name: '住所なし' })).toEqual(expect.arrayContaining(['reply', 'marketing']));
});

it('shows the subject of a mail as the one who is tried would get it, on the one trial alone', async () => {
  const [made] = await context.database
    .select({ id: mail.id, name: mail.name, subject: mail.subject })
    .from(mail)
    .limit(1);
  if (made === undefined) throw new Error('no mail');
  await makeOrganisation({ context });
  const subject = '{{ lead.name }}様、資料をお送りします';
  await context.database.update(mail).set({ subject }).where(eq(mail.id, made.id));
  const { id: journey } = await createJourney({ context, input: { name: '宛名', template: 'document-follow-up' } });
  const [row] = await context.database.select().from(leadTable).where(eq(leadTable.email, 'a@aoba.example'));
  await context.database.update(leadTable).set({ name: '高橋 誠' }).where(eq(leadTable.email, 'a@aoba.example'));
  const linesOf = ({ graph, summaries, ownSummaries }: Trial) => {
    const node = Object.values(graph.nodes).find(({ config }) => config.mail === made.id);
    return [summaries, ownSummaries].map((lines) => node && lines[node.id]?.ja);
  };
  expect(linesOf(await readTrial({ context, input: { journey } }))).toEqual([
    made.name,
    '山田 花子様、資料をお送りします',
  ]);
  expect(linesOf(await readTrial({ context, input: { journey, lead: row?.id } }))[1]).toBe(
    '高橋 誠様、資料をお送りします',
  );
  await context.database.update(mail).set({ subject: made.subject }).where(eq(mail.id, made.id));
});
