import { event, thing } from '@sodate/database/schema/event';
import { progress } from '@sodate/database/schema/journey';
import { consent, lead, leadScore } from '@sodate/database/schema/lead';
import { clickToken } from '@sodate/database/schema/mail';
import { asId } from '@sodate/journey/id';
import { asInstant } from '@sodate/journey/time/instant';
import type { Context } from '@sodate/services/context';
import { type MailWorld, makeWorld } from '@sodate/services/mail/mail-world';
import { prepareMail } from '@sodate/services/mail/prepare-mail';
import { recordMailSent } from '@sodate/services/mail/record-mail-sent';
import { ensureScoreRules } from '@sodate/services/score/ensure-score-rules';
import { refreshScores } from '@sodate/services/score/refresh-scores';
import { asc, eq } from 'drizzle-orm';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testClock, testContext, testUser } from '../../../../test/database.ts';
import { rootRouter } from '../procedures/root.ts';
import { registerMailLinks } from './mail-links.ts';

const person =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';
const body = `<mjml><mj-body><mj-section><mj-column>
  <mj-button href="https://aoba.example/price?plan=a">料金</mj-button>
  <mj-button href="https://aoba.example/cases/">事例</mj-button>
  <mj-button href="{{ lead.attributes.link }}">あなたへ</mj-button>
</mj-column></mj-section></mj-body></mjml>`;

let database: TestDatabase;
let context: Context;
let clock: ReturnType<typeof testClock>;
let app: FastifyInstance;
let world: MailWorld;
let paths: { open: string; unsubscribe: string; links: string[] };

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

beforeEach(async () => {
  await database.pool
    .sql`truncate organisation, mail, lead, company, journey, suppression, event, message_id, thing, click_token cascade`;
  clock = testClock(asInstant(Date.now()));
  context = testContext({ database: database.pool.database, clock });
  app = Fastify();
  await registerMailLinks({ app, context });
  world = await makeWorld({ context, body });
  const prepared = await prepareMail({ context, effect: world.effect, now: clock.now() });
  if (prepared.kind !== 'send') throw new Error(prepared.kind);
  await recordMailSent({ context, effect: world.effect, now: clock.now() });
  paths = readPaths(prepared.message.html);
});

function readPaths(html: string): typeof paths {
  const all = [...html.matchAll(/http:\/\/sodate\.test(\/m\/[ocu]\/[\w.-]+)/g)].map(([, path]) => path ?? '');
  const of = (kind: string) => all.filter((path) => path.startsWith(`/m/${kind}/`));
  return { open: of('o')[0] ?? '', unsubscribe: of('u')[0] ?? '', links: of('c') };
}

function visit({
  path,
  method = 'GET',
  ...headers
}: { path: string; method?: 'GET' | 'HEAD' | 'POST' } & Record<string, string>) {
  return app.inject({ url: path, method, headers: { 'user-agent': person, ...headers } });
}

async function eventNames(): Promise<string[]> {
  const rows = await context.database.select({ name: event.name }).from(event).orderBy(asc(event.id));
  return rows.map(({ name }) => name);
}

it('stores that the mail was sent, with the passage it belongs to', async () => {
  const [sent] = await context.database.select().from(event);
  expect(sent).toMatchObject({ name: 'mail-sent', mailId: world.mail, node: 'n_mail', visit: 1 });
  await recordMailSent({ context, effect: world.effect, now: clock.now() });
  expect(await eventNames()).toEqual(['mail-sent']);
});

describe('the image of a mail', () => {
  it('tells of its opening, once a day', async () => {
    const answer = await visit({ path: paths.open });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('image/gif');
    expect(answer.headers['cache-control']).toBe('no-store');
    await visit({ path: paths.open });
    expect(await eventNames()).toEqual(['mail-sent', 'mail-opened']);
    clock.advance(24 * 3_600_000);
    await visit({ path: paths.open });
    expect(await eventNames()).toEqual(['mail-sent', 'mail-opened', 'mail-opened']);
  });

  it('counts a reader behind the image proxy of a mail service, and no machine', async () => {
    for (const userAgent of ['Mozilla/5.0', 'curl/8.0', '', 'Slackbot-LinkExpanding 1.0']) {
      await visit({ path: paths.open, 'user-agent': userAgent });
    }
    await visit({ path: paths.open, method: 'HEAD' });
    expect(await eventNames()).toEqual(['mail-sent']);
    await visit({ path: paths.open, 'user-agent': 'Mozilla/5.0 Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)' });
    expect(await eventNames()).toEqual(['mail-sent', 'mail-opened']);
  });
});

describe('a mail that somebody of the team reads again', () => {
  const callerOf = (role: 'sales-rep' | 'viewer') => {
    const actor = testUser({ id: asId(crypto.randomUUID()), role });
    return rootRouter.createCaller({ context: { ...context, actor }, signedIn: true });
  };

  it('leaves no trace, whatever in it is loaded or followed', async () => {
    const { rows } = await callerOf('sales-rep').leads.timeline({ lead: world.lead });
    const { html } = await callerOf('sales-rep').leads.sentMail({ sentMail: rows[0]?.sentMail ?? '' });
    const urls = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '');
    expect(urls).toContain('https://aoba.example/price?plan=a');
    for (const url of urls) await visit({ path: new URL(url).pathname });
    expect(await eventNames()).toEqual(['mail-sent']);
  });

  it('is not shown to a viewer, who sees no personal data', async () => {
    const sentMail = (await context.database.query.sentMail.findFirst())?.id ?? '';
    await expect(callerOf('viewer').leads.sentMail({ sentMail })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a link of a mail', () => {
  it('leads to its target and is stored with what it led to', async () => {
    const answer = await visit({ path: paths.links[0] ?? '' });
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe('https://aoba.example/price?plan=a');
    const [clicked] = await context.database
      .select({ name: event.name, sentMail: event.sentMailId, key: thing.key, properties: event.properties })
      .from(event)
      .innerJoin(thing, eq(thing.id, event.thingId));
    expect(clicked).toMatchObject({ name: 'mail-clicked', key: 'aoba.example/price', properties: { link: 0 } });
  });

  it('tells our tracker once whose browser it is, where the tracker has been seen', async () => {
    await context.database.insert(thing).values({ kind: 'page', key: 'aoba.example/cases', path: '/cases' });
    const answer = await visit({ path: paths.links[0] ?? '' });
    const location = new URL(answer.headers.location ?? '');
    expect(location.searchParams.get('plan')).toBe('a');
    const [token] = await context.database.select().from(clickToken);
    expect(token?.leadId).toBe(world.lead);
    expect([...location.searchParams.values()]).toContain(token?.token);
  });

  it('is stored once when it is pressed twice', async () => {
    await visit({ path: paths.links[0] ?? '' });
    await visit({ path: paths.links[0] ?? '' });
    expect(await eventNames()).toEqual(['mail-sent', 'mail-clicked']);
  });

  it('leads machines on without counting them', async () => {
    const path = paths.links[0] ?? '';
    const answers = [
      await visit({ path, method: 'HEAD' }),
      await visit({ path, 'user-agent': 'Barracuda Sentinel (EE)' }),
      await visit({ path, 'sec-purpose': 'prefetch;prerender' }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([302, 302, 302]);
    expect(await eventNames()).toEqual(['mail-sent']);
  });

  it('takes a scanner by its haste: two different links in a breath, and both are void', async () => {
    await visit({ path: paths.links[0] ?? '' });
    expect((await visit({ path: paths.links[1] ?? '' })).statusCode).toBe(302);
    const rows = await context.database.select().from(event).where(eq(event.name, 'mail-clicked'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.retractedAt).not.toBeNull();
  });

  it('takes the points of a scanner back, however late it shows itself', async () => {
    await database.pool.sql`truncate score_rule_set, progress, lead_score cascade`;
    await ensureScoreRules({ context, language: 'ja' });
    const scored = async () => (await context.database.select({ score: leadScore.score }).from(leadScore))[0]?.score;
    await visit({ path: paths.links[0] ?? '' });
    clock.advance(1_000);
    await refreshScores({ context });
    expect(await scored()).toBe(8);
    await visit({ path: paths.links[1] ?? '' });
    // Later than the refresh looks back for news.
    clock.advance(120_000);
    await context.database.update(progress).set({ at: clock.now() });
    await refreshScores({ context });
    expect(await scored()).toBe(0);
  });

  it('lets a person follow two links one after the other', async () => {
    await visit({ path: paths.links[0] ?? '' });
    clock.advance(5_000);
    await visit({ path: paths.links[1] ?? '' });
    const rows = await context.database.select().from(event).where(eq(event.name, 'mail-clicked'));
    expect(rows.map(({ retractedAt }) => retractedAt)).toEqual([null, null]);
  });

  it('shows a page where its target is none', async () => {
    const answer = await visit({ path: paths.links[2] ?? '' });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('このリンクは開けません');
  });
});

describe('unsubscribing', () => {
  const consents = () => context.database.select({ given: consent.given }).from(consent).orderBy(asc(consent.id));

  it('is asked for on a page, in the language of the lead, and nothing happens by looking at it', async () => {
    const japanese = await visit({ path: paths.unsubscribe });
    expect(japanese.body).toContain('メールの配信を停止しますか');
    expect(japanese.body).toContain('あおば倉庫');
    await context.database.update(lead).set({ language: 'en' });
    expect((await visit({ path: paths.unsubscribe })).body).toContain('Stop these emails?');
    expect(await consents()).toEqual([{ given: true }]);
  });

  it.each([
    ['the button of the page', 'application/x-www-form-urlencoded', ''],
    ['the mail reader itself (RFC 8058)', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ['a mail reader that posts parts', 'multipart/form-data; boundary=x', '--x--'],
  ])('takes the consent back by %s, once', async (...[, type, payload]) => {
    for (let time = 0; time < 2; time += 1) {
      const answer = await app.inject({
        url: paths.unsubscribe,
        method: 'POST',
        headers: { 'content-type': type },
        payload,
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('配信を停止しました');
    }
    expect(await consents()).toEqual([{ given: true }, { given: false }]);
    expect(await eventNames()).toEqual(['mail-sent', 'consent-withdrawn']);
    expect(await prepareMail({ context, effect: world.effect, now: clock.now() })).toEqual({
      kind: 'not-sent',
      reason: 'unsubscribed',
    });
  });

  it('works again after a new consent', async () => {
    await visit({ path: paths.unsubscribe, method: 'POST' });
    await context.database
      .insert(consent)
      .values({ leadId: world.lead, topic: 'marketing', given: true, wording: '', source: 'form' });
    await visit({ path: paths.unsubscribe, method: 'POST' });
    expect((await consents()).at(-1)).toEqual({ given: false });
  });
});

describe('a link that is not ours', () => {
  const forged = 'A'.repeat(43);

  it.each(['c', 'u'])('at /m/%s/ gets a page that says what to do', async (kind) => {
    for (const token of [forged, 'x', '%00', `${forged}${forged}`]) {
      const answer = await visit({ path: `/m/${kind}/${token}`, 'accept-language': 'en-GB' });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain('This link cannot be opened');
    }
  });

  it('neither unsubscribes nor counts, and the same holds for one kind used as another', async () => {
    const click = paths.links[0]?.slice('/m/c/'.length);
    for (const token of [forged, click]) {
      expect((await visit({ path: `/m/u/${token}`, method: 'POST' })).statusCode).toBe(404);
      expect((await visit({ path: `/m/o/${token}.gif` })).statusCode).toBe(404);
    }
    expect(await eventNames()).toEqual(['mail-sent']);
  });

  it('is refused when it is ours with another number', async () => {
    const path = paths.links[0] ?? '';
    const at = path.length - 40;
    const changed = `${path.slice(0, at)}${path[at] === 'A' ? 'B' : 'A'}${path.slice(at + 1)}`;
    expect((await visit({ path: changed })).statusCode).toBe(404);
  });
});
