import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mail, mailVersion } from '@sodate/database/schema/mail';
import { emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { plus } from '@sodate/journey/time/instant';
import { listCaught } from '@sodate/mail/mailbox/read-mailbox';
import { startMailbox } from '@sodate/mail/mailbox/start-mailbox';
import { createMailTransport } from '@sodate/mail/transport/create-mail-transport';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import type { Context } from '../context.ts';
import { createJourney } from '../journey/create-journey.ts';
import { readDraft } from '../journey/read-draft.ts';
import { readSurroundings } from '../journey/read-surroundings.ts';
import { readTemplate } from '../journey/read-template.ts';
import { storePerson } from '../person/store-person.ts';
import { archiveMail } from './archive-mail.ts';
import { copyMail } from './copy-mail.ts';
import { createMail } from './create-mail.ts';
import { ensureSampleMails } from './ensure-sample-mails.ts';
import { getMail } from './get-mail.ts';
import { listMailChoices } from './list-mail-choices.ts';
import { listMails } from './list-mails.ts';
import { makeLead, makeOrganisation } from './mail-world.ts';
import { pinMails } from './pin-mails.ts';
import { previewMail } from './preview-mail.ts';
import { saveMail } from './save-mail.ts';
import { sendTestMail } from './send-test-mail.ts';

let database: TestDatabase;
let context: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  context = testContext({ database: database.pool.database });
});

afterAll(() => database.drop());

beforeEach(async () => {
  await database.pool.sql`truncate organisation, mail, lead, journey cascade`;
  await makeOrganisation({ context });
});

function bodyOf(text: string): string {
  return `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;
}

const content = {
  name: 'お礼',
  kind: 'marketing',
  topic: 'marketing',
  subject: '{{ lead.name }} 様へ',
  preview: '',
  body: bodyOf('{{ lead.company }}'),
} as const;

async function graphSending(...ids: string[]): Promise<Graph> {
  const nodes = ids.map((id, index) => {
    const node = asId<'node'>(`n_${index}`);
    return [node, { id: node, type: 'send-mail', revision: 1, position: { x: 0, y: 0 }, config: { mail: id } }];
  });
  return { ...emptyGraph, nodes: Object.fromEntries(nodes) };
}

describe('writing a mail', () => {
  it('begins with nothing left to write but the subject and where the button leads', async () => {
    const { id } = await createMail({ context, input: { name: 'お礼', kind: 'reply' } });
    const read = await getMail({ context, input: { id } });
    expect(read.problems.map(({ field }) => field)).toEqual(['subject', 'body']);
    expect(read.ready).toBe(false);
    const { html, subject } = await previewMail({ context, input: { content: read } });
    expect(subject).toBe('');
    expect(html).toContain('くわしく見る');
    await expect(pinMails({ context, graph: await graphSending(id) })).rejects.toThrow();
  });

  it('stores faults and says where they are; what is mended is ready', async () => {
    const { id } = await createMail({ context, input: { ...content } });
    const broken = { ...content, body: bodyOf('{{ lead.name') };
    const saved = await saveMail({ context, input: { id, revision: 0, content: broken } });
    expect(saved).toMatchObject({ revision: 1, ready: false, problems: [{ field: 'body', line: 1 }] });
    expect(await getMail({ context, input: { id } })).toMatchObject({ body: broken.body, updatedAt: saved.updatedAt });
    expect(await saveMail({ context, input: { id, revision: 1, content } })).toMatchObject({
      revision: 2,
      ready: true,
    });
  });

  it('does not overwrite what another person has saved', async () => {
    const { id } = await createMail({ context, input: { ...content } });
    await saveMail({ context, input: { id, revision: 0, content: { ...content, subject: 'A' } } });
    const late = saveMail({ context, input: { id, revision: 0, content: { ...content, subject: 'B' } } });
    await expect(late).rejects.toMatchObject({ kind: 'conflict' });
    expect((await getMail({ context, input: { id } })).subject).toBe('A');
  });

  it('says so where the mail is not there', async () => {
    const id = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
    await expect(getMail({ context, input: { id } })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(saveMail({ context, input: { id, revision: 0, content } })).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(archiveMail({ context, input: { id, archived: true } })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('finds a template that would never end before anybody gets it', async () => {
    const body = bodyOf('{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}');
    const { id } = await createMail({ context, input: { ...content, body } });
    expect((await getMail({ context, input: { id } })).ready).toBe(false);
  });
});

describe('the list of mails', () => {
  it('goes page by page, last changed first, and finds by name and subject', async () => {
    for (const name of ['一通目', '二通目', '三通目']) await createMail({ context, input: { ...content, name } });
    const first = await listMails({ context, input: { limit: 2 } });
    expect(first.rows.map(({ name }) => name)).toEqual(['三通目', '二通目']);
    const second = await listMails({ context, input: { limit: 2, after: first.next } });
    expect(second.rows.map(({ name }) => name)).toEqual(['一通目']);
    expect(second.next).toBeUndefined();
    const found = await listMails({ context, input: { search: '二通' } });
    expect(found.rows.map(({ name }) => name)).toEqual(['二通目']);
    expect((await listMails({ context, input: { search: '100%' } })).rows).toEqual([]);
  });

  it('hides archived mails from lists and pickers until they are wanted back', async () => {
    const { id } = await createMail({ context, input: { ...content } });
    expect(await listMailChoices({ context })).toEqual([
      { id, name: 'お礼', subject: content.subject, ready: true, kind: content.kind },
    ]);
    await archiveMail({ context, input: { id, archived: true } });
    expect((await listMails({ context, input: {} })).rows).toEqual([]);
    expect(await listMailChoices({ context })).toEqual([]);
    expect((await listMails({ context, input: { archived: true } })).rows).toHaveLength(1);
    await archiveMail({ context, input: { id, archived: false } });
    expect((await listMails({ context, input: {} })).rows).toHaveLength(1);
  });

  it('takes a copy with everything but the name', async () => {
    const { id } = await createMail({ context, input: { ...content } });
    const copy = await copyMail({ context, input: { id, name: 'お礼 2' } });
    expect(await getMail({ context, input: { id: copy.id } })).toMatchObject({
      ...content,
      name: 'お礼 2',
      ready: true,
    });
  });
});

describe('pinning', () => {
  it('keeps one version for the same content, and a new one for another', async () => {
    const { id } = await createMail({ context, input: { ...content } });
    const graph = await graphSending(id, id);
    const first = await pinMails({ context, graph });
    expect(Object.keys(first)).toEqual(['n_0', 'n_1']);
    expect(first).toEqual(await pinMails({ context, graph }));
    await saveMail({ context, input: { id, revision: 0, content: { ...content, subject: '別の件名' } } });
    const second = await pinMails({ context, graph });
    expect(second).not.toEqual(first);
    const versions = await context.database.select().from(mailVersion).where(eq(mailVersion.mailId, id));
    expect(versions.map(({ subject }) => subject).sort()).toEqual([content.subject, '別の件名'].sort());
  });

  it('refuses a mail with errors, and one that is not there', async () => {
    const { id } = await createMail({ context, input: { ...content, subject: '' } });
    await expect(pinMails({ context, graph: await graphSending(id) })).rejects.toMatchObject({ kind: 'invalid' });
    const missing = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
    await expect(pinMails({ context, graph: await graphSending(missing) })).rejects.toMatchObject({ kind: 'invalid' });
  });
});

describe('the preview', () => {
  it('shows a made-up lead, or the one chosen', async () => {
    const sample = await previewMail({ context, input: { content } });
    expect(sample.subject).toBe('山田 花子 様へ');
    expect(sample.html).toContain('東京都中央区1-2-3');
    const lead = await makeLead({ context });
    expect((await previewMail({ context, input: { content, lead } })).subject).toBe('坂井 真理子 様へ');
  });

  it('warns of variables and links that lead nowhere, and still shows the mail', async () => {
    const body = bodyOf(
      '{{ lead.nmae }}<a href="{{ lead.attributes.site }}">x</a><a href="https://aoba.example/">y</a>',
    );
    const preview = await previewMail({ context, input: { content: { ...content, body } } });
    expect(preview.problems.map(({ severity, message }) => [severity, message.en])).toEqual([
      ['warning', expect.stringContaining('lead.nmae')],
      ['warning', expect.stringContaining('lead.attributes.site')],
      ['warning', expect.stringContaining('The link to “”')],
    ]);
    expect(preview.html).toContain('href="https://aoba.example/"');
  });

  it('reminds of the address that the law asks for in marketing mails', async () => {
    await database.pool
      .sql`update organisation set sender = '{"name":"あおば倉庫","email":"a@b.example","postalAddress":""}'`;
    const { problems } = await previewMail({ context, input: { content } });
    expect(problems[0]?.message.ja).toContain('住所');
    expect((await previewMail({ context, input: { content: { ...content, kind: 'reply' } } })).problems).toEqual([]);
    for (const kind of ['marketing', 'reply'] as const) await createMail({ context, input: { ...content, kind } });
    const { rows } = await listMails({ context, input: {} });
    expect(rows.map(({ kind, lacksAddress }) => [kind, lacksAddress])).toEqual([
      ['reply', false],
      ['marketing', true],
    ]);
  });
});

describe('a test mail', () => {
  it('arrives by SMTP, marked, with links to their targets', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sodate-test-mail-'));
    const mailbox = await startMailbox({ smtpPort: 0, folder });
    const transport = createMailTransport({ url: `smtp://127.0.0.1:${mailbox.port}` });
    await sendTestMail({ context, input: { content, to: 'me@aoba.example' }, transport, attempt: '1' });
    const { rows } = await listCaught({ folder, limit: 10 });
    expect(rows).toEqual([expect.objectContaining({ to: 'me@aoba.example', subject: '［テスト］山田 花子 様へ' })]);
    transport.close();
    await mailbox.close();
    await rm(folder, { recursive: true });
  });

  it('says so where no mail server answers, and where the mail has errors', async () => {
    const transport = createMailTransport({ url: 'smtp://127.0.0.1:1' });
    const input = { content, to: 'me@aoba.example' };
    await expect(sendTestMail({ context, input, transport, attempt: '1' })).rejects.toMatchObject({ kind: 'conflict' });
    const broken = { content: { ...content, subject: '' }, to: 'me@aoba.example' };
    await expect(sendTestMail({ context, input: broken, transport, attempt: '2' })).rejects.toMatchObject({
      kind: 'invalid',
      field: 'subject',
    });
    transport.close();
  });
});

it.each(['ja', 'en'] as const)('gives a new installation mails that are ready to send (%s)', async (language) => {
  await ensureSampleMails({ context, language });
  await ensureSampleMails({ context, language });
  const rows = await context.database.select().from(mail);
  expect(rows).toHaveLength(3);
  for (const row of rows)
    expect(await getMail({ context, input: { id: row.id } })).toMatchObject({ ready: true, problems: [] });
});

it('tells a mail that is still the sample from one that was written over', async () => {
  await ensureSampleMails({ context, language: 'ja' });
  const samples = async () => {
    const { mails } = await readSurroundings({ context });
    const names = mails.filter(({ isSample }) => isSample).map((one) => one.name);
    const { rows } = await listMails({ context, input: { limit: 50 } });
    const listed = rows.filter(({ isSample }) => isSample).map((one) => one.name);
    expect(listed.toSorted()).toEqual(names.toSorted());
    return names;
  };
  expect(await samples()).toHaveLength(3);
  const [row] = await context.database.select().from(mail).where(eq(mail.name, '資料請求のお礼'));
  if (row === undefined) throw new Error('no sample');
  const { id, revision, name } = row;
  const later = { ...context, clock: { now: () => plus(context.clock.now(), 1_000) } };
  await saveMail({ context: later, input: { id, revision, content: { ...content, name } } });
  expect(await samples()).not.toContain(name);
  expect(await samples()).toHaveLength(2);
});

describe('a journey begun from a template', () => {
  it('sends the mails that the installation began with, but not one that was put away', async () => {
    await ensureSampleMails({ context, language: 'ja' });
    const mails = await listMailChoices({ context });
    const idOf = (name: string) => mails.find((one) => one.name === name)?.id;
    const chosen = async () => {
      const { nodes } = await readTemplate({ context, template: 'document-follow-up' });
      return ['n_thanks', 'n_tips'].map((id) => nodes[asId<'node'>(id)]?.config.mail);
    };
    expect(await chosen()).toEqual([idOf('資料請求のお礼'), idOf('活用のヒント')]);
    await archiveMail({ context, input: { id: asId<'mail'>(idOf('活用のヒント') ?? ''), archived: true } });
    expect(await chosen()).toEqual([idOf('資料請求のお礼'), undefined]);
  });

  it('sends mails in the language of whoever draws it, made once', async () => {
    await ensureSampleMails({ context, language: 'ja' });
    const person = { name: 'Ann Lee', email: 'ann@aoba.example', role: 'marketer', language: 'en' } as const;
    const actor = { kind: 'user', id: await storePerson({ context, person }), ...person } as const;
    const namesOf = async (by: Context) => {
      const created = await createJourney({ context: by, input: { name: 'x', template: 'document-follow-up' } });
      const { graph } = await readDraft({ context, input: { journey: created.id } });
      const rows = await context.database.select().from(mail);
      return ['n_thanks', 'n_tips'].map((id) => {
        const chosen = graph.nodes[asId<'node'>(id)]?.config.mail;
        return rows.find((row) => row.id === chosen)?.name;
      });
    };
    expect(await namesOf({ ...context, actor })).toEqual(['Thanks for asking', 'A hint']);
    expect(await namesOf({ ...context, actor })).toEqual(['Thanks for asking', 'A hint']);
    expect(await namesOf(context)).toEqual(['資料請求のお礼', '活用のヒント']);
    expect(await context.database.select().from(mail)).toHaveLength(6);
  });
});
