import { user } from '@sodate/database/schema/user';
import { asId, type UserId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext, testUser } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { listNotices } from '../notice/list-notices.ts';
import { markNoticesRead } from '../notice/mark-notices-read.ts';
import { addComment } from './add-comment.ts';
import { announcePresence } from './announce-presence.ts';
import { createJourney } from './create-journey.ts';
import { listComments } from './list-comments.ts';
import { readCompany } from './read-company.ts';
import { removeComment } from './remove-comment.ts';
import { resolveComment } from './resolve-comment.ts';
import { watchDraft } from './watch-draft.ts';

let database: TestDatabase;
let morita: Context;
let takada: Context;
const node = asId<'node'>('n_wait');

beforeAll(async () => {
  database = await createTestDatabase();
  morita = await contextOf({ name: '森田', role: 'marketer' });
  takada = await contextOf({ name: '高田', role: 'sales-rep' });
});

afterAll(() => database.drop());

async function contextOf({ name, role }: { name: string; role: 'marketer' | 'sales-rep' }): Promise<Context> {
  const [made] = await database.pool.database
    .insert(user)
    .values({ name, email: `${role}@sodate.test`, role })
    .returning();
  if (made === undefined) throw new Error('no user');
  return testContext({ database: database.pool.database, actor: testUser({ id: made.id as UserId, role }) });
}

const begin = async () => (await createJourney({ context: morita, input: { name: '話' } })).id;

describe('comments', () => {
  it('are told to those who made the journey and who talk about the node, once until they have read of it', async () => {
    const journey = await begin();
    const say = (context: Context) => addComment({ context, input: { journey, node, body: '3日では早すぎませんか' } });
    const told = async (context: Context) =>
      (await listNotices({ context, input: { limit: 20 } })).rows
        .filter(({ href }) => href.includes(journey))
        .map(({ kind, detail, href }) => ({ kind, by: detail.by, href }));
    const leadsTo = `/journeys/${journey}?node=n_wait&comments=true`;
    await say(takada);
    await say(takada);
    expect(await told(morita)).toEqual([{ kind: 'comment-added', by: '高田', href: leadsTo }]);
    expect(await told(takada)).toEqual([]);
    await say(morita);
    expect(await told(takada)).toEqual([{ kind: 'comment-added', by: '森田', href: leadsTo }]);
    await markNoticesRead({ context: morita, input: {} });
    await say(takada);
    expect(await told(morita)).toHaveLength(2);
  });

  it('are told to those who publish where nobody else has to do with the journey', async () => {
    const journey = await begin();
    await database.pool.database.execute(sql`update journey set created_by = null where id = ${journey}::uuid`);
    await addComment({ context: takada, input: { journey, node, body: 'だれが見ていますか' } });
    const { rows } = await listNotices({ context: morita, input: { limit: 1 } });
    expect(rows).toMatchObject([{ kind: 'comment-added', href: expect.stringContaining(journey) }]);
  });

  it('are seen by whoever reads the journey, the latest first, page by page, until they are resolved', async () => {
    const journey = await begin();
    for (const body of ['一つ', '二つ', '三つ']) await addComment({ context: takada, input: { journey, node, body } });
    const list = (which: 'open' | 'resolved', after?: string) =>
      listComments({
        context: morita,
        input: { journey, node, which, limit: 2, ...(after === undefined ? {} : { after }) },
      });
    const first = await list('open');
    expect(first.rows.map(({ body, by }) => [body, by?.name])).toEqual([
      ['三つ', '高田'],
      ['二つ', '高田'],
    ]);
    expect((await list('open', first.next)).rows.map(({ body }) => body)).toEqual(['一つ']);

    const [latest] = first.rows;
    if (latest === undefined) throw new Error('no comment');
    await resolveComment({ context: morita, input: { journey, comment: latest.id, resolved: true } });
    expect((await list('resolved')).rows).toMatchObject([{ body: '三つ', resolvedBy: '森田' }]);
    expect((await readCompany({ context: morita, journey })).openComments).toEqual({ n_wait: 2 });
    await resolveComment({ context: takada, input: { journey, comment: latest.id, resolved: false } });
    expect((await list('resolved')).rows).toEqual([]);
  });

  it('are deleted by their author alone', async () => {
    const journey = await begin();
    const { id: comment } = await addComment({ context: morita, input: { journey, node, body: 'あとで消す' } });
    await expect(removeComment({ context: takada, input: { journey, comment } })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await removeComment({ context: morita, input: { journey, comment } });
    await expect(removeComment({ context: morita, input: { journey, comment } })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('belong to their journey: none is reached through another', async () => {
    const { id: comment } = await addComment({ context: morita, input: { journey: await begin(), node, body: 'x' } });
    const input = { journey: await begin(), comment };
    await expect(resolveComment({ context: morita, input: { ...input, resolved: true } })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('people at a draft', () => {
  it('see each other come, move and go', async () => {
    const journey = await begin();
    const stop = new AbortController();
    const news = watchDraft({ context: morita, input: { journey, base: 0, clientId: 'm' }, signal: stop.signal });
    const leave = new AbortController();
    const other = watchDraft({ context: takada, input: { journey, base: 0, clientId: 't' }, signal: leave.signal });
    const next = async () => (await news.next()).value;
    expect(await next()).toMatchObject({ kind: 'company', company: { people: [] } });

    await other.next();
    await announcePresence({ context: takada, input: { journey, clientId: 't', node: null } });
    expect(await next()).toMatchObject({ company: { people: [{ name: '高田', node: null }] } });
    await announcePresence({ context: takada, input: { journey, clientId: 't', node } });
    expect(await next()).toMatchObject({ company: { people: [{ clientId: 't', node }] } });

    leave.abort();
    // The first of these is told of the move, the second ends.
    await other.next();
    await other.next();
    expect(await next()).toMatchObject({ company: { people: [] } });
    stop.abort();
    expect((await news.next()).done).toBe(true);
  });
});
