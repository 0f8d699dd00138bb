import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMailTransport, type MailTransport } from '../transport/create-mail-transport.ts';
import type { OutgoingMail } from '../transport/outgoing-mail.ts';
import { findCaught, listCaught } from './read-mailbox.ts';
import { type Mailbox, startMailbox } from './start-mailbox.ts';

let folder: string;
let mailbox: Mailbox;
let transport: MailTransport;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sodate-mailbox-'));
  mailbox = await startMailbox({ smtpPort: 0, folder });
  transport = createMailTransport({ url: `smtp://127.0.0.1:${mailbox.port}` });
});

afterEach(async () => {
  transport.close();
  await mailbox.close();
  await rm(folder, { recursive: true });
});

function mailTo(address: string, html = '<p>本文</p>'): OutgoingMail {
  return {
    messageId: `<${address}@sodate.local>`,
    from: { name: 'あおば倉庫', address: 'hello@aoba.example' },
    to: { name: '坂井 真理子', address },
    subject: '【資料】在庫差異をなくす7つの手順',
    html,
    text: '本文',
    headers: { 'X-Test': '1' },
  };
}

async function send(message: OutgoingMail): Promise<void> {
  expect(await transport.send({ message, limitMs: 5_000 })).toMatchObject({ kind: 'sent' });
}

it('keeps every mail and lists the newest first, a page at a time', async () => {
  for (const address of ['a@x.example', 'b@x.example', 'c@x.example']) await send(mailTo(address));
  const first = await listCaught({ folder, limit: 2 });
  expect(first.total).toBe(3);
  expect(first.rows.map(({ to }) => to)).toEqual([
    expect.stringContaining('c@x.example'),
    expect.stringContaining('b@x.example'),
  ]);
  const second = await listCaught({ folder, limit: 2, ...(first.next ? { after: first.next } : {}) });
  expect(second.rows.map(({ to }) => to)).toEqual([expect.stringContaining('a@x.example')]);
  expect(second.next).toBeUndefined();
});

it('finds the mails to one address', async () => {
  await send(mailTo('a@x.example'));
  await send(mailTo('b@x.example'));
  const { rows } = await listCaught({ folder, limit: 10, to: 'A@x' });
  expect(rows.map(({ to }) => to)).toEqual([expect.stringContaining('a@x.example')]);
});

it('reads a mail in full: Japanese, headers, and HTML that cannot act', async () => {
  await send(
    mailTo('a@x.example', '<p onclick="x()">本文<script>alert(1)</script><a href="https://x.example">続き</a></p>'),
  );
  const [row] = (await listCaught({ folder, limit: 1 })).rows;
  const mail = await findCaught({ folder, name: row?.name ?? '' });
  expect(mail?.subject).toBe('【資料】在庫差異をなくす7つの手順');
  expect(mail?.text.trim()).toBe('本文');
  expect(mail?.html).toContain(
    '<p>本文<a href="https://x.example" target="_blank" rel="noopener noreferrer">続き</a></p>',
  );
  expect(mail?.headers).toContainEqual({ name: 'x-test', line: 'X-Test: 1' });
});

it('is empty while its folder is not there', async () => {
  expect(await listCaught({ folder: join(folder, 'none'), limit: 10 })).toEqual({ rows: [], total: 0 });
});

it('reads no file but its own', async () => {
  await writeFile(join(folder, 'secret.eml'), 'Subject: secret\r\n\r\nx');
  expect((await listCaught({ folder, limit: 10 })).total).toBe(0);
  for (const name of ['secret', '../secret', '1234567890123-aaaaaaaaaaaa/../secret']) {
    expect(await findCaught({ folder, name })).toBeUndefined();
  }
});

it('says so where its port is taken', async () => {
  await expect(startMailbox({ smtpPort: mailbox.port, folder })).rejects.toThrow('EADDRINUSE');
});
