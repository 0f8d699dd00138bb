import { enrollment } from '@sodate/database/schema/enrollment';
import { thing } from '@sodate/database/schema/event';
import { version } from '@sodate/database/schema/journey';
import { lead } from '@sodate/database/schema/lead';
import { mail } from '@sodate/database/schema/mail';
import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import type { LeadId } from '@sodate/journey/id';
import { asId } from '@sodate/journey/id';
import { asInstant, type Instant, parseInstant } from '@sodate/journey/time/instant';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import { storeJourney, storePassage } from '../../../../test/hosts/store-lead.ts';
import type { Context } from '../context.ts';
import { readStepEvents } from '../enrollment/read-step-events.ts';
import { storeEvents } from '../event/store-events.ts';
import { makeOrganisation } from '../mail/mail-world.ts';
import { ensureScoreRules } from '../score/ensure-score-rules.ts';
import { readScoreCurve } from '../score/read-score-curve.ts';
import { createLead } from './create-lead.ts';
import { getLead } from './get-lead.ts';
import { listPassages } from './list-passages.ts';
import { readInterests } from './read-interests.ts';
import { countTimeline, readTimeline, readTimelineInput } from './read-timeline.ts';

const dayMs = 86_400_000;
let database: TestDatabase;
let context: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database, nodeTypes: loadNodeTypes() });
  await ensureScoreRules({ context, language: 'ja' });
  const path = '/price';
  await context.database
    .insert(thing)
    .values({ kind: 'page', key: 'a.example/price', path, title: '料金', topic: 'price' });
});
afterAll(() => database.drop());

async function make(): Promise<LeadId> {
  return (await createLead({ context, input: { fields: { name: '坂井 真理子' } } })).lead;
}

function pageView({ of, at }: { of: LeadId; at: Instant }) {
  return {
    lead: of,
    name: 'page-viewed' as const,
    occurredAt: at,
    thing: { kind: 'page' as const, key: 'a.example/price', path: '/price' },
  };
}

function formSent({ of, at }: { of: LeadId; at: Instant }) {
  return {
    lead: of,
    name: 'form-submitted' as const,
    occurredAt: at,
    thing: { kind: 'form' as const, key: 'contact' },
  };
}

it('draws a score that ends at its total now, and cools when the window has passed', async () => {
  const id = await make();
  const now = context.clock.now();
  const days = [5, 3, 1].map((ago) => asInstant(now - ago * dayMs));
  const views = days.map((at) => pageView({ of: id, at }));
  await storeEvents({ context, events: [...views, formSent({ of: id, at: asInstant(now - 2 * dayMs) })] });
  const curve = await readScoreCurve({ context, input: { lead: id } });
  expect(curve.total).toBe(75);
  const atNow = curve.steps.findLast(({ at }) => parseInstant(at) <= parseInstant(curve.now));
  expect(atNow?.score).toBe(curve.total);
  expect(curve.hits.map(({ points }) => points)).toEqual([15, 15, 30, 15]);
  // Two price pages leave before the form does: 75 falls to 60, then below.
  const cools = parseInstant(curve.coolsAt ?? '');
  expect(Math.round((cools - now) / dayMs)).toBe(11);
});

it('lists what a system or the site sent under a kind of its own, not among the pages', async () => {
  const id = await make();
  const at = context.clock.now();
  const attended = { name: 'custom' as const, thing: { kind: 'custom' as const, key: 'Webinar Attended' } };
  await storeEvents({ context, events: [pageView({ of: id, at }), { ...attended, lead: id, occurredAt: at }] });
  expect(await countTimeline({ context, input: { lead: id } })).toMatchObject({ page: 1, event: 1 });
  const { rows } = await readTimeline({ context, input: { lead: id, kind: 'event', limit: 10 } });
  expect(rows).toMatchObject([{ kind: 'event', thing: { key: 'Webinar Attended' } }]);
});

it('tells interests by topic, and the pages most read', async () => {
  const id = await make();
  const now = context.clock.now();
  await storeEvents({ context, events: [pageView({ of: id, at: now }), pageView({ of: id, at: now })] });
  expect(await readInterests({ context, input: { lead: id } })).toMatchObject({
    views: 2,
    pages: 1,
    topics: [{ topic: 'price', views: 2 }],
    mostRead: [{ key: 'a.example/price', title: '料金', views: 2 }],
    summary: { en: 'Checking the price.' },
  });
});

it('lists the journeys a lead is in before those it has left', async () => {
  const id = await make();
  const at = context.clock.now();
  const open = await storeJourney(context.database);
  const left = await storeJourney(context.database);
  await storePassage({ database: context.database, lead: id, of: open, ended: false, at });
  await storePassage({ database: context.database, lead: id, of: left, ended: true, at });
  const passages = await listPassages({ context, input: { lead: id } });
  expect(passages.map(({ journey, state }) => [journey.id, state])).toEqual([
    [open.journey, 'resting'],
    [left.journey, 'ended'],
  ]);
});

it('calls the node that a lead stands at as the canvas does, by the mail that it sends', async () => {
  const id = await make();
  const at = context.clock.now();
  const of = await storeJourney(context.database);
  await storePassage({ database: context.database, lead: id, of, ended: false, at });
  const { kind, name, body } = { kind: 'reply' as const, name: '資料のお礼', body: '' };
  const [sent] = await context.database.insert(mail).values({ kind, name, subject: name, body }).returning();
  const open = await context.database.select().from(enrollment).where(eq(enrollment.leadId, id));
  const config = { mail: sent?.id ?? '' };
  const drawn = (own: object) => ({
    id: open[0]?.node,
    type: 'send-mail',
    revision: 1,
    position: { x: 0, y: 0 },
    ...own,
  });
  const nameOnCanvas = async (own: object) => {
    const graph = { ...emptyGraph, nodes: { [open[0]?.node ?? '']: drawn(own) } } as Graph;
    await context.database.update(version).set({ graph }).where(eq(version.id, of.version));
    return (await listPassages({ context, input: { lead: id } }))[0]?.node.title.ja;
  };
  expect(await nameOnCanvas({ config })).toBe('メールを送る（資料のお礼）');
  expect(await nameOnCanvas({ config, title: '資料のお礼メール' })).toBe('資料のお礼メール');
});

it('answers for a merged lead with the one that stayed, and for an erased one with nothing', async () => {
  const [gone, stays, erased] = [await make(), await make(), await make()];
  await context.database.update(lead).set({ mergedInto: stays }).where(eq(lead.id, gone));
  await context.database.update(lead).set({ erasedAt: context.clock.now() }).where(eq(lead.id, erased));
  expect((await getLead({ context, input: { lead: gone } })).id).toBe(stays);
  for (const id of [erased, asId<'lead'>(crypto.randomUUID())]) {
    await expect(getLead({ context, input: { lead: id } })).rejects.toMatchObject({ kind: 'not-found' });
  }
});

it('calls a form of the demo site as it was chosen for a trigger, before and after its page brought a title of its own', async () => {
  const id = await make();
  const demo = { ...context, demo: true };
  await makeOrganisation({ context });
  await storeEvents({ context, events: [formSent({ of: id, at: context.clock.now() })] });
  const names = async (under: Context) => {
    const input = readTimelineInput.parse({ lead: id, limit: 10 });
    const [sent] = (await readTimeline({ context: under, input, only: ['form-submitted'] })).rows;
    const step = sent && (await readStepEvents({ context: under, ids: [sent.id] })).get(sent.id);
    const { forms } = await readInterests({ context: under, input: { lead: id } });
    return [sent?.thing?.title, step?.thing?.title, forms[0]?.title];
  };
  const chosen = 'デモサイトのお問い合わせ';
  expect(await names(demo)).toEqual([chosen, chosen, chosen]);
  const title = 'お問い合わせ | つみき在庫';
  await context.database.update(thing).set({ title }).where(eq(thing.key, 'contact'));
  expect(await names(demo)).toEqual([chosen, chosen, chosen]);
  expect(await names(context)).toEqual([title, title, title]);
});
