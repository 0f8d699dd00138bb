import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { effect } from '@sodate/database/schema/enrollment';
import { emptyGraph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import type { Effect } from '@sodate/nodes/kit/effect';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { planOf } from '../../../../test/hosts/plan-of.ts';
import { enter, look, newLead, publishPlan, readRow, skip, testEngine } from '../../../../test/hosts/test-engine.ts';
import { listUnclearEffects } from '../effect/list-unclear-effects.ts';
import { retryPassage } from '../enrollment/change-passage.ts';
import { getPassage, listPassageSteps } from '../enrollment/get-passage.ts';
import { groupStuck } from '../enrollment/group-stuck.ts';
import { listStuck } from '../enrollment/list-stuck.ts';
import { readNeeds } from '../home/read-needs.ts';
import { listJourneys, listJourneysInput } from '../journey/list-journeys.ts';
import { listPeople } from '../journey/list-people.ts';
import { readNodeCounts } from '../journey/read-node-counts.ts';
import { createExternalChannel } from './external-channel.ts';

const external = { channel: 'external', limitMs: 5_000, repeatable: true, onAmbiguous: 'go-on', attempts: 3 } as const;

const ring: Effect = {
  kind: 'external',
  send: ({ config, lead, http }) => http.post({ url: String(config.url), body: { name: lead.name } }),
};

let db: TestDatabase;
let receiver: Server;
let url: string;
let status = 404;
let calls = 0;
let isSilent = false;

beforeAll(async () => {
  db = await createTestDatabase();
  receiver = createServer((request, response) => {
    request.setEncoding('utf8');
    request.on('data', (body: string) => {
      if (isSilent) return;
      const { name } = JSON.parse(body) as { name: string };
      // In its own spelling.
      response.writeHead(status).end(`no desk for ${name.replace(' ', '').toUpperCase()} (request ${calls++})`);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  receiver?.close();
  await db?.drop();
});

/** A journey of one node that rings the receiver (or does this), with leads of these names that have come to it. */
async function ringFor(
  names: readonly string[],
  { does = ring, limitMs = 5_000 }: { does?: Effect; limitMs?: number } = {},
) {
  const { database } = db.pool;
  const node = asId<'node'>('ring');
  const plan = planOf({
    ops: [
      {
        id: 'ring',
        kind: 'act',
        effect: 'ring',
        config: { url },
        external: { ...external, limitMs },
        next: { done: 'end' },
      },
      { id: 'end', kind: 'end' },
    ],
  });
  const edge = asId<'edge'>('e1');
  const graph = {
    ...emptyGraph,
    edges: { [edge]: { id: edge, from: node, outcome: 'done', to: asId<'node'>('end') } },
    nodes: { [node]: { id: node, type: 'ring', revision: 1, position: { x: 0, y: 0 }, config: {} } },
  };
  const context = testEngine({
    database,
    effects: new Map([['ring', does]]),
    channelOf: (name) => createExternalChannel({ name, allowPrivate: true }),
  });
  const { journey, version } = await publishPlan({ context, plan, graph });
  const ids = [];
  for (const name of names) {
    const { id } = await enter({ context, lead: await newLead({ database, name }), version, plan });
    await look({ context, enrollment: id });
    ids.push(id);
  }
  return { context, database, journey, ids };
}

it('tells what a receiver wrote that would not take it, without the lead’s name, as one cause for all', async () => {
  status = 404;
  const { context, database, journey, ids } = await ringFor(['坂井 真理子', '森 健', 'Aya Mori']);
  for (const enrollment of ids) {
    const { stuckWhy } = await readRow({ database, enrollment });
    expect(stuckWhy?.ja).toMatch(/^送れませんでした：相手が 404 を返しました：no desk for … \(request \d+\)$/);
    const seen = await getPassage({
      context: asViewer(context),
      input: { enrollment: asId<'enrollment'>(enrollment) },
    });
    expect(seen.stuckWhy).toEqual({ ja: '送れませんでした', en: 'Could not be sent' });
  }
  const groups = (await groupStuck({ context })).groups.filter((one) => one.journey.id === journey);
  expect(groups).toMatchObject([{ count: 3 }]);
  const listed = await listStuck({ context, input: { journey, error: groups[0]?.error, limit: 10 } });
  expect(listed.rows).toHaveLength(3);
});

it('waits for a receiver as long as the node type says, and no longer', async () => {
  isSilent = true;
  const startedMs = performance.now();
  const { database, ids } = await ringFor(['林 花子'], { limitMs: 300 });
  isSilent = false;
  expect(performance.now() - startedMs).toBeLessThan(4_000);
  const [sent] = await database
    .select()
    .from(effect)
    .where(eq(effect.enrollmentId, asId<'enrollment'>(ids[0] ?? '')));
  expect(sent).toMatchObject({ state: 'waiting', attempt: 1, error: 'the receiver did not answer within 0.3 s' });
});

/** Somebody who sees numbers and paths: what a receiver says may quote whom it was told of. */
function asViewer<Given extends { actor: unknown }>(context: Given): Given {
  return { ...context, actor: { kind: 'user', id: asId<'user'>('viewer'), role: 'viewer', language: 'ja' } };
}

it('counts at the node who is being tried again, and tells what the last try came to, before anybody is stuck', async () => {
  status = 503;
  const { context, journey } = await ringFor(['林 花子', '森 健']);
  const counts = await readNodeCounts({ context, input: { journey } });
  expect(counts.nodes).toMatchObject({ ring: { here: 2, stuck: 0, retrying: 2 } });
  const people = { context, input: { journey, node: 'ring', which: 'open', limit: 10 } } as const;
  const error = { ja: expect.stringMatching(/^相手が 503 を返しました/) };
  expect((await listPeople(people)).rows).toMatchObject([{ retrying: { attempt: 1, error } }, { retrying: { error } }]);
  const asked = { ...people, context: asViewer(context) };
  expect((await listPeople(asked)).rows).toMatchObject([{ retrying: { error: null } }, { retrying: { error: null } }]);
  const { rows } = await listJourneys({ context, input: listJourneysInput.parse({ limit: 50 }) });
  expect(rows.find(({ id }) => id === journey)).toMatchObject({ stuck: 0, retrying: 2 });
  expect((await readNeeds({ context })).stuck.some((one) => one.journey === journey)).toBe(false);
});

it('tells on the passage in both languages why the last try failed, and that the type of the node is missing', async () => {
  status = 503;
  const { context, ids } = await ringFor(['林 花子']);
  const input = { enrollment: asId<'enrollment'>(ids[0] ?? '') };
  expect(await getPassage({ context, input })).toMatchObject({
    state: 'acting',
    missingType: 'ring',
    next: [{ outcome: 'done', label: { ja: '次へ' }, node: { id: 'end' } }],
    effect: {
      state: 'waiting',
      error: {
        ja: expect.stringMatching(/^相手が 503 を返しました：no desk for …/),
        en: expect.stringMatching(/^the receiver answered 503: no desk for …/),
      },
    },
  });
  expect(await getPassage({ context: asViewer(context), input })).toMatchObject({ effect: { error: null } });
  const catalog = new Map([['ring', loadNodeTypes().catalog.get('send-mail')]]);
  const installed = {
    ...context,
    nodeTypes: { ...context.nodeTypes, catalog: catalog as typeof context.nodeTypes.catalog },
  };
  const told = await getPassage({ context: installed, input });
  expect(told.missingType).toBeNull();
  // What comes of a failure is said too: nothing is connected there.
  expect(told.next.find(({ outcome }) => outcome === 'failed')).toMatchObject({ node: null, stops: true });
  expect(told.next.find(({ outcome }) => outcome === 'done')).toMatchObject({ node: { id: 'end' }, stops: false });
});

it('carries on who stood still for want of an effect, once a version that names the right one is published', async () => {
  status = 200;
  const { database } = db.pool;
  const planWith = (effectName: string) =>
    planOf({
      ops: [
        { id: 'ring', kind: 'act', effect: effectName, config: { url }, external, next: { done: 'end' } },
        { id: 'end', kind: 'end' },
      ],
    });
  const context = testEngine({
    database,
    effects: new Map([['ring', ring]]),
    channelOf: (name) => createExternalChannel({ name, allowPrivate: true }),
  });
  const plan = planWith('rign');
  const { journey, version } = await publishPlan({ context, plan });
  const { id: enrollment } = await enter({ context, lead: await newLead({ database }), version, plan });
  await look({ context, enrollment });
  await skip({ database, enrollment, byMs: 6 * 60_000 });
  await look({ context, enrollment });
  expect(await readRow({ database, enrollment })).toMatchObject({
    state: 'stuck',
    stuckWhy: { en: 'What this node does, "rign", is not installed' },
  });
  await publishPlan({ context, plan: planWith('ring'), journey });
  await retryPassage({ context, input: { enrollment } });
  await look({ context, enrollment });
  expect(await readRow({ database, enrollment })).toMatchObject({ state: 'ended', reason: 'completed' });
});

it('tells at the step to a node of one’s own that its call was sent, or what it came to', async () => {
  status = 404;
  const refused = await ringFor(['坂井 真理子']);
  status = 200;
  const taken = await ringFor(['森 健']);
  const sendOf = async ({ context, ids }: Awaited<ReturnType<typeof ringFor>>) => {
    const input = { enrollment: asId<'enrollment'>(ids[0] ?? ''), limit: 100 };
    return (await listPassageSteps({ context, input })).rows.flatMap(({ to, send }) => (send ? { to, send } : []));
  };
  const sent = { kind: 'call', state: 'sent', error: null, mail: null };
  expect(await sendOf(taken)).toMatchObject([{ to: { id: 'ring' }, send: sent }]);
  const error = { ja: expect.stringMatching(/^相手が 404 を返しました/) };
  expect(await sendOf(refused)).toMatchObject([{ send: { kind: 'call', state: 'failed', error } }]);
  const asked = { ...refused, context: asViewer(refused.context) };
  expect(await sendOf(asked)).toMatchObject([{ send: { state: 'failed', error: null } }]);
});

it('repeats an effect that throws, with the pauses of one that failed; then lists it as unclear, by what it is', async () => {
  const throws: Effect = {
    kind: 'external',
    send: () => Promise.reject(new Error('the chat library is not set up')),
  };
  const { context, database, ids } = await ringFor(['林 花子'], { does: throws });
  const [enrollment] = ids;
  if (enrollment === undefined) throw new Error('nobody came');
  const ofLead = eq(effect.enrollmentId, enrollment);
  const readEffect = async () => (await database.select().from(effect).where(ofLead))[0];
  for (let attempt = 1; attempt < external.attempts; attempt++) {
    const waiting = await readEffect();
    expect(waiting).toMatchObject({ state: 'waiting', attempt });
    expect(waiting?.nextTryAt).toBeGreaterThan(waiting?.createdAt ?? Number.POSITIVE_INFINITY);
    await database.update(effect).set({ nextTryAt: null }).where(ofLead);
    await look({ context, enrollment });
  }
  expect(await readEffect()).toMatchObject({ state: 'ambiguous', attempt: external.attempts });
  const { rows } = await listPassageSteps({ context, input: { enrollment, limit: 100 } });
  const said = { ja: 'the chat library is not set up', en: 'the chat library is not set up' };
  expect(rows).toMatchObject([
    { send: { kind: 'call', state: 'ambiguous', error: said } },
    { outcomeLabel: { en: 'Went on, not knowing' }, seen: [] },
  ]);
  const tries = rows[0]?.send?.earlier ?? [];
  expect(tries).toMatchObject([
    { attempt: 1, error: said },
    { attempt: 2, error: said },
  ]);
  const unseen = await listPassageSteps({ context: asViewer(context), input: { enrollment, limit: 100 } });
  expect(unseen.rows[0]?.send?.earlier).toEqual([]);
  const title = { ja: 'ring', en: 'ring' };
  const needs = await readNeeds({ context });
  expect(needs).toMatchObject({ unclearMails: 0, unclearCalls: [{ type: 'ring', title, count: 1, error: said }] });
  expect((await readNeeds({ context: asViewer(context) })).unclearCalls).toMatchObject([{ error: null }]);
  expect(await listUnclearEffects({ context, input: { limit: 10 } })).toMatchObject({ rows: [{ title, error: said }] });
});
