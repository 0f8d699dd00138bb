import { asId, type JourneyId, type MailId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { applyCommands } from '../journey/apply-commands.ts';
import { archiveJourney } from '../journey/archive-journey.ts';
import { createJourney } from '../journey/create-journey.ts';
import { getJourney } from '../journey/get-journey.ts';
import { listJourneys } from '../journey/list-journeys.ts';
import { publishJourney } from '../journey/publish-journey.ts';
import { readDifference } from '../journey/read-difference.ts';
import { readDraft } from '../journey/read-draft.ts';
import { readMailChange } from '../journey/read-mail-change.ts';
import { readPublishPlan } from '../journey/read-publish-plan.ts';
import { restoreMail } from '../journey/restore-mail.ts';
import { createMail } from './create-mail.ts';
import { getMail } from './get-mail.ts';
import { listMailUses } from './list-mail-uses.ts';
import { listMails } from './list-mails.ts';
import { makeOrganisation, writtenBody } from './mail-world.ts';
import { saveMail } from './save-mail.ts';

let database: TestDatabase;
let context: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database, nodeTypes: loadNodeTypes() });
});

afterAll(() => database.drop());

beforeEach(async () => {
  await database.pool.sql`truncate organisation, mail, lead, journey cascade`;
  await makeOrganisation({ context });
});

async function write(name: string): Promise<MailId> {
  const { id } = await createMail({ context, input: { name, kind: 'reply', subject: '資料です', body: writtenBody } });
  return id;
}

async function rewrite({ id, ...changes }: { id: MailId; subject?: string; name?: string; body?: string }) {
  const { revision, name, kind, subject, preview, body } = await getMail({ context, input: { id } });
  const content = { name, kind, subject, preview, body, ...changes };
  await saveMail({ context, input: { id, revision, content } });
}

async function draw({ journey, commands }: { journey: JourneyId; commands: readonly unknown[] }): Promise<number> {
  const { revision } = await readDraft({ context, input: { journey } });
  const sent = commands.map((command, at) => ({ id: `command-${revision}-${at}`, command })) as never;
  const saved = await applyCommands({ context, input: { journey, clientId: 'tab', base: revision, commands: sent } });
  expect(saved.refused).toEqual([]);
  return saved.revision;
}

const place = { revision: 1, position: { x: 0, y: 0 } };
const node = ({ config = {}, ...one }: { id: string; type: string; config?: JsonObject }) => ({
  ...place,
  ...one,
  config,
});
const way = (from: string, to: string) => ({ from, outcome: 'done', to });

/** A journey that sends one mail to whom a person adds. */
async function drawSending({ name, mail }: { name: string; mail: MailId }): Promise<JourneyId> {
  const { id: journey } = await createJourney({ context, input: { name } });
  const nodes = [
    node({ id: 'a', type: 'added-by-person' }),
    node({ id: 'b', type: 'send-mail', config: { mail } }),
    node({ id: 'c', type: 'end' }),
  ];
  await draw({ journey, commands: [{ kind: 'paste', nodes, edges: [way('a', 'b'), way('b', 'c')] }] });
  return journey;
}

async function publish(journey: JourneyId): Promise<void> {
  const { revision } = await readDraft({ context, input: { journey } });
  await publishJourney({ context, input: { journey, revision, choices: {} } });
}

const choose = (mail: MailId) => ({ kind: 'set-config', node: 'b', path: ['mail'], value: mail });
const head = (journey: JourneyId) => getJourney({ context, input: { journey } });
const listed = async () => (await listJourneys({ context, input: { limit: 1, archived: false } })).rows[0];

describe('a mail rewritten after it was published', () => {
  it('is something to publish, until it is published or written back', async () => {
    const mail = await write('お礼');
    const journey = await drawSending({ name: '資料請求', mail });
    await publish(journey);
    expect(await head(journey)).toMatchObject({ draftDiffers: false, rewritten: [] });
    await rewrite({ id: mail, subject: '資料をお送りします' });
    expect(await head(journey)).toMatchObject({ draftDiffers: true, rewritten: ['b'] });
    expect(await listed()).toMatchObject({ draftDiffers: true });
    await rewrite({ id: mail, subject: '資料です' });
    expect(await head(journey)).toMatchObject({ draftDiffers: false, rewritten: [] });
    await rewrite({ id: mail, body: writtenBody.replace('ありがとう', 'まことにありがとう') });
    expect(await head(journey)).toMatchObject({ draftDiffers: true });
    await publish(journey);
    expect(await head(journey)).toMatchObject({ version: 2, draftDiffers: false, rewritten: [] });
  });

  it('is nothing to publish where it only got another name, or no live version sends it', async () => {
    const mail = await write('お礼');
    const journey = await drawSending({ name: '資料請求', mail });
    await rewrite({ id: mail, subject: '資料をお送りします' });
    expect(await head(journey)).toMatchObject({ draftDiffers: false, rewritten: [] });
    await publish(journey);
    await rewrite({ id: mail, name: '資料のお礼' });
    expect(await head(journey)).toMatchObject({ draftDiffers: false, rewritten: [] });
  });

  it('is named as what changed: before publishing, against the draft, and between two versions', async () => {
    const mail = await write('お礼');
    const journey = await drawSending({ name: '資料請求', mail });
    await publish(journey);
    await rewrite({ id: mail, subject: '資料をお送りします' });
    const plan = await readPublishPlan({ context, input: { journey } });
    expect(plan.changes).toMatchObject([{ node: 'b', kind: 'changed', rewritten: 'お礼' }]);
    const subject = { before: '資料です', after: '資料をお送りします' };
    const told = [{ node: 'b', kind: 'changed', lines: [{ kind: 'mail', name: 'お礼', subject }] }];
    const compare = async (after: 2 | 'draft') =>
      (await readDifference({ context, input: { journey, before: 1, after } })).changes;
    expect(await compare('draft')).toMatchObject(told);
    await publish(journey);
    expect(await compare(2)).toMatchObject(told);
    expect(await compare('draft')).toMatchObject(told);
    expect((await readDifference({ context, input: { journey, before: 2, after: 'draft' } })).changes).toEqual([]);
  });

  it('can be read as it was and as it is, with its links by where they lead', async () => {
    const mail = await write('お礼');
    const journey = await drawSending({ name: '資料請求', mail });
    await publish(journey);
    const link = '<mj-text>ありがとう<a href="https://aoba.example/case">事例</a></mj-text>';
    await rewrite({ id: mail, body: writtenBody.replace('</mj-column>', `${link}</mj-column>`) });
    const read = (from: 1 | 'nothing', to: 2 | 'draft') =>
      readMailChange({ context, input: { journey, node: asId<'node'>('b'), before: from, after: to } });
    const { before, after } = await read(1, 'draft');
    expect(before?.text).not.toContain('事例');
    expect(after).toMatchObject({ kind: 'reply', subject: '資料です' });
    expect(after?.text).toContain('事例 <https://aoba.example/case>');
    await publish(journey);
    expect(await read(1, 2)).toEqual({ before, after });
    expect((await read('nothing', 2)).before).toBeNull();
    await rewrite({ id: mail, body: '<mjml>' });
    expect((await read(1, 'draft')).after).toBeNull();
  });

  it('can be written again as a version sent it, unless its body was not kept', async () => {
    const mail = await write('お礼');
    const journey = await drawSending({ name: '資料請求', mail });
    const at = { journey, node: asId<'node'>('b') };
    await publish(journey);
    await rewrite({ id: mail, subject: '資料をお送りします' });
    await publish(journey);
    const compare = async (before: 1 | 2) =>
      (await readDifference({ context, input: { journey, before, after: 'draft' } })).changes;
    expect(await restoreMail({ context, input: { ...at, number: 1 } })).toEqual({ name: 'お礼' });
    expect([await compare(1), (await compare(2)).length]).toEqual([[], 1]);
    await restoreMail({ context, input: { ...at, number: 2 } });
    expect(await compare(2)).toEqual([]);
    await database.pool.sql`update mail_version set body = null`;
    const lost = restoreMail({ context, input: { ...at, number: 1 } });
    await expect(lost).rejects.toMatchObject({ kind: 'conflict' });
    const missing = restoreMail({ context, input: { ...at, number: 9 } });
    await expect(missing).rejects.toMatchObject({ kind: 'not-found' });
    // Published once more, the same words are kept whole.
    await publish(journey);
    await restoreMail({ context, input: { ...at, number: 3 } });
  });

  it('tells which running journeys still send the former words', async () => {
    const mail = await write('お礼');
    const journey = await drawSending({ name: '資料請求', mail });
    await drawSending({ name: '下書き', mail });
    await publish(journey);
    const former = async () => (await listMailUses({ context, input: { id: mail, former: true } })).rows;
    expect(await former()).toEqual([]);
    await rewrite({ id: mail, subject: '資料をお送りします' });
    expect(await former()).toMatchObject([
      { id: journey, name: '資料請求', state: 'live', version: 1, isFormer: true },
    ]);
    await publish(journey);
    expect(await former()).toEqual([]);
  });
});

describe('the journeys that use a mail', () => {
  const uses = async (id: MailId) =>
    (await listMailUses({ context, input: { id } })).rows.map(({ name, inDraft, inLive }) => [name, inDraft, inLive]);

  it('are known by draft and by live version, as either changes', async () => {
    const [first, second] = [await write('一通目'), await write('二通目')];
    const journey = await drawSending({ name: '資料請求', mail: first });
    expect(await uses(first)).toEqual([['資料請求', true, false]]);
    await publish(journey);
    expect(await uses(first)).toEqual([['資料請求', true, true]]);
    await draw({ journey, commands: [choose(second)] });
    expect(await uses(first)).toEqual([['資料請求', false, true]]);
    expect(await uses(second)).toEqual([['資料請求', true, false]]);
    await publish(journey);
    expect(await uses(first)).toEqual([]);
    expect(await uses(second)).toEqual([['資料請求', true, true]]);
  });

  it('come page by page, and stand with each mail in the list; archived ones are left out', async () => {
    const mail = await write('お礼');
    const unused = await write('まだ');
    const names = ['一つ目', '二つ目', '三つ目'];
    for (const name of names) await drawSending({ name, mail });
    const page = await listMailUses({ context, input: { id: mail, limit: 2 } });
    expect(page.rows.map(({ name }) => name)).toEqual(['三つ目', '二つ目']);
    const next = await listMailUses({ context, input: { id: mail, limit: 2, after: page.next } });
    expect(next).toMatchObject({ rows: [{ id: expect.anything(), name: '一つ目' }] });
    const row = async (id: MailId) =>
      (await listMails({ context, input: {} })).rows.find((one) => one.id === id)?.users;
    expect(await row(unused)).toEqual({ count: 0, first: [] });
    expect(await row(mail)).toMatchObject({
      count: 3,
      first: [{ name: '三つ目', running: false }, { name: '二つ目' }],
    });
    await archiveJourney({ context, input: { journey: asId(next.rows[0]?.id ?? ''), archived: true } });
    expect(await row(mail)).toMatchObject({ count: 2 });
    expect(await uses(mail)).toHaveLength(2);
  });
});
