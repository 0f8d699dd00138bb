import type { StepRow } from '@sodate/database/schema/enrollment';
import { event } from '@sodate/database/schema/event';
import { organisation } from '@sodate/database/schema/organisation';
import { emptyGraph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { parseInstant } from '@sodate/journey/time/instant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext, testUser } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { readStepSends } from '../enrollment/read-step-sends.ts';
import { listMailsOf } from '../handoff/list-mails-of.ts';
import { eraseLead } from '../lead/erase-lead.ts';
import { readTimeline } from '../lead/read-timeline.ts';
import { getSentMail } from './get-sent-mail.ts';
import { type MailWorld, makeWorld } from './mail-world.ts';
import { prepareMail } from './prepare-mail.ts';
import { recordMailSent } from './record-mail-sent.ts';

const body = `<mjml><mj-body><mj-section><mj-column>
  <mj-text>{{ lead.name }} 様</mj-text><mj-button href="https://aoba.example/price?plan=a&n=1">料金</mj-button>
</mj-column></mj-section></mj-body></mjml>`;
const now = parseInstant('2026-11-19T05:32:00Z');

let database: TestDatabase;
let context: Context;
let world: MailWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database });
  world = await makeWorld({ context, body });
  await prepareMail({ context, effect: world.effect, now });
});

afterAll(() => database.drop());

const timeline = (of: Context) =>
  readTimeline({ context: of, input: { lead: world.lead, limit: 50 } }).then(({ rows }) => rows);
const missing = { kind: 'not-found' };

it('cannot be read before it has left', async () => {
  const row = await context.database.query.sentMail.findFirst();
  await expect(getSentMail({ context, input: { sentMail: row?.id as never } })).rejects.toMatchObject(missing);
});

it('is found in the history and in the brief, and says what the lead got, from whom and when', async () => {
  await recordMailSent({ context, effect: world.effect, now });
  const sender = { name: '新しい名前', email: 'new@aoba.example', postalAddress: 'x' };
  await context.database.update(organisation).set({ sender });
  const [sent] = await timeline(context);
  const [listed] = await listMailsOf({ context, lead: world.lead });
  expect(sent).toMatchObject({ name: 'mail-sent', sentMail: listed?.sentMail });
  const mail = await getSentMail({ context, input: { sentMail: sent?.sentMail as never } });
  expect(mail).toMatchObject({
    subject: '坂井 真理子 様へ',
    sender: { name: 'あおば倉庫', email: 'hello@aoba.example' },
    address: 'sakai@hoshikawa.example',
    sentAt: '2026-11-19T05:32:00.000Z',
  });
  expect(mail.html).toContain('坂井 真理子 様');
  expect(mail.html).toContain('href="https://aoba.example/price?plan=a&amp;n=1"');
  expect(mail.html).toContain('配信を停止する');
  expect(mail.html).not.toMatch(/\/m\/[ocu]\//);
});

it('is found at the step of the journey that it was sent at, by whoever may read it', async () => {
  const { enrollmentId, op } = world.effect;
  const read = async (of: Context) => {
    const steps = [{ hop: 3, toOp: op, visit: 1 } as StepRow];
    const enrollment = asId<'enrollment'>(enrollmentId ?? '');
    return (await readStepSends({ context: of, enrollment, graph: emptyGraph, steps })).get(3);
  };
  const [listed] = await listMailsOf({ context, lead: world.lead });
  expect(await read(context)).toMatchObject({
    kind: 'mail',
    mail: { id: listed?.sentMail, subject: '坂井 真理子 様へ' },
  });
  const viewer = { kind: 'user', id: asId<'user'>('viewer'), role: 'viewer', language: 'ja' } as const;
  expect(await read({ ...context, actor: viewer })).toMatchObject({ kind: 'mail', mail: null });
});

it('leaves no trace when it is read', async () => {
  const [sent] = await timeline(context);
  await getSentMail({ context, input: { sentMail: sent?.sentMail as never } });
  const events = await context.database.select({ name: event.name }).from(event);
  expect(events).toEqual([{ name: 'mail-sent' }]);
});

it('is not offered to those who see no personal data', async () => {
  const viewer = { ...context, actor: testUser({ id: asId(crypto.randomUUID()), role: 'viewer' }) };
  expect(await timeline(viewer)).toMatchObject([{ name: 'mail-sent', sentMail: null, mail: { subject: null } }]);
});

it('is gone once its lead is erased, and the answer says so', async () => {
  const [sent] = await timeline(context);
  await eraseLead({ context, lead: world.lead });
  await expect(getSentMail({ context, input: { sentMail: sent?.sentMail as never } })).rejects.toMatchObject({
    ...missing,
    text: { ja: expect.stringContaining('消去'), en: expect.stringContaining('erased') },
  });
  const [row] = await context.database.select().from(event).where(eq(event.name, 'mail-sent'));
  expect(row?.sentMailId).toBe(sent?.sentMail);
});
