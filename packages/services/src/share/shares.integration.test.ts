import { audit, organisation } from '@sodate/database/schema/organisation';
import { journeyShare } from '@sodate/database/schema/share';
import { user } from '@sodate/database/schema/user';
import { asId, type JourneyId, type NodeId, type UserId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';
import { asInstant } from '@sodate/journey/time/instant';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testClock, testContext, testUser } from '../../../../test/database.ts';
import { ensureDefaultCalendar } from '../calendar/ensure-default-calendar.ts';
import type { Context } from '../context.ts';
import { enrolByHand } from '../enrollment/enrol-by-hand.ts';
import { addComment } from '../journey/add-comment.ts';
import { applyCommands } from '../journey/apply-commands.ts';
import { createJourney } from '../journey/create-journey.ts';
import { publishJourney } from '../journey/publish-journey.ts';
import { readDocument } from '../journey/read-document.ts';
import { readDocumentMail } from '../journey/read-document-mail.ts';
import { readDraft } from '../journey/read-draft.ts';
import { createLead } from '../lead/create-lead.ts';
import { createMail } from '../mail/create-mail.ts';
import { getMailRow } from '../mail/get-mail-row.ts';
import { makeOrganisation, writtenBody } from '../mail/mail-world.ts';
import { saveMail } from '../mail/save-mail.ts';
import { listShares } from './list-shares.ts';
import { makeShare } from './make-share.ts';
import { openShare } from './open-share.ts';
import { readShareCounts } from './read-share-counts.ts';
import { readShareMail } from './read-share-mail.ts';
import { revokeShare } from './revoke-share.ts';

const dayMs = 86_400_000;
const clock = testClock(asInstant(Date.now()));
let database: TestDatabase;
let context: Context;
let visitor: Context;
let journey: JourneyId;
let rep: UserId;

const takada = { name: '高田 圭', email: 'takada@aoba.test' };
const marketer = { name: '森田 灯', email: 'morita@aoba.test' };
const lead = { name: '佐伯 美緒', email: 'saeki@customer.test' };

beforeAll(async () => {
  database = await createTestDatabase();
  const nodeTypes = loadNodeTypes();
  visitor = testContext({ database: database.pool.database, nodeTypes, clock });
  rep = await newUser({ ...takada, role: 'sales-rep' });
  const id = await newUser({ ...marketer, role: 'marketer' });
  context = { ...visitor, actor: testUser({ id, role: 'marketer' }) };
  journey = await publishStory();
});

afterAll(() => database.drop());

async function newUser(given: { name: string; email: string; role: 'marketer' | 'sales-rep' }): Promise<UserId> {
  const [made] = await database.pool.database.insert(user).values(given).returning({ id: user.id });
  if (made === undefined) throw new Error('no user');
  return made.id as UserId;
}

const ids = { start: asId<'node'>('start'), thanks: asId<'node'>('thanks'), sales: asId<'node'>('sales') };

/** A person is added, gets a mail, and goes to a rep; four ends. */
async function publishStory(): Promise<JourneyId> {
  const calendar = await ensureDefaultCalendar({ context });
  const { id: mail } = await createMail({
    context,
    input: { name: 'お礼', kind: 'reply', subject: '{{ lead.company }}さまへの資料です', body: writtenBody },
  });
  const { id } = await createJourney({ context, input: { name: '資料請求から商談へ' } });
  const node = (given: { id: string; type: string; config?: JsonObject }, index: number) => ({
    revision: 1,
    position: { x: 0, y: index * 120 },
    config: {},
    ...given,
    id: asId<'node'>(given.id),
  });
  const handOff = {
    to: { kind: 'user', user: rep },
    followUp: '資料の感想を聞く',
    questions: ['導入の時期'],
    sla: { amount: 4, unit: 'business-hours' },
    calendar,
    escalateTo: rep,
  };
  const nodes = [
    node({ id: 'start', type: 'added-by-person' }, 0),
    node({ id: 'thanks', type: 'send-mail', config: { mail } }, 1),
    node({ id: 'sales', type: 'hand-off', config: handOff }, 2),
    node({ id: 'end', type: 'end' }, 3),
  ];
  const edges = [
    ['start', 'done', 'thanks'] as const,
    ['thanks', 'done', 'sales'] as const,
    ...['opportunity', 'rejected', 'lost'].map((outcome) => ['sales', outcome, 'end'] as const),
  ].map(([from, outcome, to]) => ({ from: asId<'node'>(from), outcome, to: asId<'node'>(to) }));
  const { revision } = await draw({ journey: id, command: { kind: 'paste', nodes, edges } });
  await publishJourney({ context, input: { journey: id, revision, choices: {} } });
  return id;
}

type Command = Parameters<typeof applyCommands>[0]['input']['commands'][number]['command'];

let commands = 0;

async function draw({ journey: id, command }: { journey: JourneyId; command: Command }) {
  const { revision } = await readDraft({ context, input: { journey: id } });
  commands += 1;
  return await applyCommands({
    context,
    input: { journey: id, clientId: 'tab', base: revision, commands: [{ id: `command-${commands}`, command }] },
  });
}

type Wish = Partial<Omit<Parameters<typeof makeShare>[0]['input'], 'journey'>>;

async function share(wish: Wish = {}) {
  const made = await makeShare({
    context,
    input: { journey, shows: 'published', withCounts: false, days: 7, ...wish },
  });
  return { id: made.id, token: made.link.slice(made.link.lastIndexOf('/') + 1) };
}

const open = (token: string) => openShare({ context: visitor, input: { token } });
const titleOf = async (token: string, node: NodeId) => {
  const opened = await open(token);
  if (opened.kind !== 'good') return opened.kind;
  return opened.journey.sections.find((section) => section.node === node)?.title.ja;
};

describe('a share link', () => {
  it('is good until it expires, is revoked, or not at all; the last two look alike', async () => {
    const { id, token } = await share();
    expect(token.length).toBeGreaterThanOrEqual(22);
    expect(await open(token)).toMatchObject({ kind: 'good', withCounts: false, journey: { version: 1 } });
    clock.advance(7 * dayMs - 1);
    expect((await open(token)).kind).toBe('good');
    clock.advance(1);
    expect(await open(token)).toEqual({ kind: 'expired' });
    const lasting = await share({ days: null });
    clock.advance(400 * dayMs);
    expect((await open(lasting.token)).kind).toBe('good');
    for (const one of [id, lasting.id]) await revokeShare({ context, input: { journey, share: one } });
    expect(await open(token)).toEqual({ kind: 'unknown' });
    expect(await open(lasting.token)).toEqual(await open('never-made'));
    await expect(revokeShare({ context, input: { journey, share: id } })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('belongs to its journey: it is not revoked through another', async () => {
    const { id, token } = await share();
    const { id: other } = await createJourney({ context, input: { name: 'ほか' } });
    const input = { journey: other, share: id };
    await expect(revokeShare({ context, input })).rejects.toMatchObject({ kind: 'not-found' });
    expect((await open(token)).kind).toBe('good');
  });

  it('is stored by its hash alone, and making and revoking it is on record', async () => {
    const { id, token } = await share({ days: 30 });
    await revokeShare({ context, input: { journey, share: id } });
    const rows = await context.database.select().from(journeyShare).where(eq(journeyShare.id, id));
    expect(JSON.stringify(rows)).not.toContain(token);
    const lines = await context.database.select().from(audit).where(eq(audit.subjectId, journey));
    const about = lines.filter(({ detail }) => (detail as { share?: string } | null)?.share === id);
    expect(about.map(({ action }) => action).sort()).toEqual(['share-made', 'share-revoked']);
    expect(JSON.stringify(lines)).not.toContain(token);
  });

  it('is listed with who made it and how often it was opened, page by page, until it is revoked', async () => {
    const { id: fresh } = await createJourney({ context, input: { name: '一覧' } });
    const made: Awaited<ReturnType<typeof makeShare>>[] = [];
    for (const days of [7, 30, null] as const) {
      made.push(await makeShare({ context, input: { journey: fresh, shows: 'draft', withCounts: true, days } }));
    }
    const [week, month] = made;
    if (week === undefined || month === undefined) throw new Error('no links');
    for (let times = 0; times < 2; times++) await open(week.link.slice(week.link.lastIndexOf('/') + 1));
    await revokeShare({ context, input: { journey: fresh, share: month.id } });
    const first = await listShares({ context, input: { journey: fresh, limit: 1 } });
    expect(first.rows).toMatchObject([{ createdBy: marketer.name, opened: 0, openedAt: null, expiresAt: null }]);
    const second = await listShares({ context, input: { journey: fresh, limit: 1, after: first.next ?? '' } });
    expect(second).toMatchObject({ rows: [{ id: week.id, opened: 2, openedAt: clock.now(), expired: false }] });
    expect(second.next).toBeUndefined();
  });
});

describe('what a link shows', () => {
  it('is the version now published, or the draft as it stood when the link was made', async () => {
    const published = await share();
    await draw({ journey, command: { kind: 'rename-node', node: ids.thanks, title: '一通目' } });
    const draft = await share({ shows: 'draft' });
    const { revision } = await draw({ journey, command: { kind: 'rename-node', node: ids.thanks, title: '二通目' } });
    expect(await titleOf(published.token, ids.thanks)).toBe('メールを送る');
    expect(await titleOf(draft.token, ids.thanks)).toBe('一通目');
    await publishJourney({ context, input: { journey, revision, choices: {} } });
    expect(await titleOf(published.token, ids.thanks)).toBe('二通目');
    expect(await titleOf(draft.token, ids.thanks)).toBe('一通目');
  });

  it('is each mail as it was published, or as it is now in a draft, and none once the link is revoked', async () => {
    const { id, token } = await share();
    const draft = await share({ shows: 'draft' });
    const mailOf = (link: string, node: NodeId = ids.thanks) =>
      readShareMail({ context: visitor, input: { token: link, node } });
    const mail = asId<'mail'>(
      String((await readDraft({ context, input: { journey } })).graph.nodes[ids.thanks]?.config.mail),
    );
    const { revision, ...before } = await getMailRow({ context, id: mail });
    const content = { ...before, subject: '書き直した件名' };
    const saved = await saveMail({ context, input: { id: mail, revision, content } });
    expect((await mailOf(token))?.subject).toBe('サンプル株式会社さまへの資料です');
    expect(await mailOf(draft.token)).toMatchObject({
      subject: '書き直した件名',
      html: expect.stringContaining('<html'),
    });
    expect(await mailOf(token, ids.sales)).toBeNull();
    await saveMail({ context, input: { id: mail, revision: saved.revision, content: before } });
    await revokeShare({ context, input: { journey, share: id } });
    expect(await mailOf(token)).toBeNull();
  });

  it('cannot be a published version where there is none', async () => {
    const { id } = await createJourney({ context, input: { name: 'まだ' } });
    const input = { journey: id, shows: 'published', withCounts: false, days: null } as const;
    await expect(makeShare({ context, input })).rejects.toMatchObject({ kind: 'invalid', field: 'shows' });
  });

  it('names no colleague and no lead, and holds no id or setting to find one by', async () => {
    const { lead: person } = await createLead({ context, input: { fields: lead } });
    await enrolByHand({ context, input: { journey, lead: person } });
    await addComment({ context, input: { journey, node: ids.sales, body: `${takada.name}さんに頼みました` } });
    const mailId = (await readDraft({ context, input: { journey } })).graph.nodes[ids.thanks]?.config.mail;
    const { token } = await share({ withCounts: true });
    const shown = await readShareMail({ context: visitor, input: { token, node: ids.thanks } });
    expect(shown?.subject).toBe('サンプル株式会社さまへの資料です');
    const counts = await readShareCounts({ context: visitor, input: { token } });
    const told = JSON.stringify([await open(token), counts, shown]);
    const hidden = [takada, marketer, lead].flatMap(({ name, email }) => [name, email]);
    for (const secret of [...hidden, rep, person, journey, mailId]) expect(told).not.toContain(secret);
    // The same words for those who are signed in name the rep: what is hidden above is there to be hidden.
    const own = await readDocument({ context, input: { journey, side: 'draft' } });
    expect(JSON.stringify(own.sections)).toContain(takada.name);
  });

  it('names the organisation where its sender is a colleague, whom the document for those who are signed in names', async () => {
    const sender = {
      name: `${marketer.name}（あおば倉庫）`,
      email: marketer.email,
      postalAddress: '東京都中央区1-2-3',
    };
    await makeOrganisation({ context, name: 'あおば倉庫株式会社', sender });
    const { token } = await share();
    const shared = await readShareMail({ context: visitor, input: { token, node: ids.thanks } });
    const whole = await readDocumentMail({ context, input: { journey, side: 'draft', node: ids.thanks } });
    for (const words of Object.values(sender)) expect(whole?.html).toContain(words);
    for (const words of ['あおば倉庫株式会社', sender.postalAddress]) expect(shared?.html).toContain(words);
    for (const words of [marketer.name, marketer.email]) expect(shared?.html).not.toContain(words);
    expect(shared?.html).not.toContain('@example.com');
  });

  it('has the real sender of the organisation in its mails, and leaves out what is not set', async () => {
    const sender = { name: 'あおば倉庫', email: 'hello@aoba.example', postalAddress: '' };
    await context.database.update(organisation).set({ sender });
    const shared = await readShareMail({ context: visitor, input: { ...(await share()), node: ids.thanks } });
    expect(shared?.text.trim().split(/\n+/).slice(-2)).toEqual(['あおば倉庫', 'hello@aoba.example']);
  });

  it('has counts only where it was made so', async () => {
    const bare = await share();
    const counted = await share({ withCounts: true });
    const countsOf = (token: string) => readShareCounts({ context: visitor, input: { token } });
    expect(await countsOf(bare.token)).toBeNull();
    expect(await countsOf(counted.token)).toMatchObject({ entered: expect.any(Number), nodes: expect.any(Object) });
    await revokeShare({ context, input: { journey, share: counted.id } });
    expect(await countsOf(counted.token)).toBeNull();
  });
});

it('tells each node in words, in the order of the flow: its settings, its mail as published, its ways by number', async () => {
  const { mail } = (await readDraft({ context, input: { journey } })).graph.nodes[ids.thanks]?.config ?? {};
  const { revision, ...written } = await getMailRow({ context, id: asId<'mail'>(String(mail)) });
  const content = { ...written, subject: 'あとで書きかえた件名' };
  await saveMail({ context, input: { id: written.id, revision, content } });
  const { sections } = await readDocument({ context, input: { journey, side: 1 } });
  expect(sections.map(({ number, node }) => [number, node])).toEqual([
    [1, 'start'],
    [2, 'thanks'],
    [3, 'sales'],
    [4, 'end'],
  ]);
  const [, thanks, sales] = sections;
  const subject = { ja: '〔会社名〕さまへの資料です', en: '[Company]さまへの資料です' };
  expect(thanks).toMatchObject({ mail: { name: 'お礼', subject }, summary: { ja: 'お礼', en: 'お礼' } });
  expect(thanks?.ways).toEqual([{ label: { ja: '送った', en: 'Sent' }, to: 3 }]);
  expect(sales?.ways.map(({ to }) => to)).toEqual([4, 4, 4]);
  const sla = sales?.settings.find(({ title }) => title.ja === '対応期限');
  expect(sla?.lines).toEqual([{ ja: '4営業時間', en: '4 business hours' }]);
});
