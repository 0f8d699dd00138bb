import { afterEach, describe, expect, it } from 'vitest';
import { createMailTransport, type MailTransport } from './create-mail-transport.ts';
import { messageIdOf } from './message-id.ts';
import { type MisbehavingServer, type Misdeed, type Stage, startMisbehavingServer } from './misbehaving-server.ts';
import type { OutgoingMail } from './outgoing-mail.ts';

const message: OutgoingMail = {
  messageId: messageIdOf({ key: 'enrollment/1/n_mail/1' }),
  from: { name: 'あおば倉庫', address: 'hello@aoba.example' },
  to: { name: '坂井 真理子', address: 'sakai@hoshikawa.example' },
  subject: '資料をお送りします',
  html: '<p>こんにちは</p>',
  text: 'こんにちは',
  headers: { 'List-Unsubscribe': '<https://example.com/m/u/x>' },
};

let server: MisbehavingServer;
let transport: MailTransport;

async function meet(misdeeds: Partial<Record<Stage, Misdeed>>): Promise<void> {
  server = await startMisbehavingServer(misdeeds);
  transport = createMailTransport({ url: server.url });
}

afterEach(async () => {
  transport.close();
  await server.close();
});

describe('a server that does its duty', () => {
  it('gets the mail once, with its own Message-ID and headers', async () => {
    await meet({});
    expect(await transport.send({ message, limitMs: 5_000 })).toMatchObject({ kind: 'sent' });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toContain(message.messageId);
    expect(server.received[0]).toContain('List-Unsubscribe: <https://example.com/m/u/x>');
  });

  it('is asked for the dot only after the whole body, and only once', async () => {
    await meet({});
    let asked = 0;
    const beforeDot = async () => {
      asked += 1;
      expect(server.received).toHaveLength(0);
      return true;
    };
    await transport.send({ message, limitMs: 5_000, beforeDot });
    expect(asked).toBe(1);
  });

  it('gets several mails at once over the pool', async () => {
    await meet({});
    const results = await Promise.all(Array.from({ length: 20 }, () => transport.send({ message, limitMs: 5_000 })));
    expect(results.every(({ kind }) => kind === 'sent')).toBe(true);
    expect(server.received).toHaveLength(20);
  });
});

describe('a claim given back before the dot', () => {
  it.each([
    ['refused', async () => false],
    [
      'failed',
      async () => {
        throw new Error('no');
      },
    ],
  ])('is surely not sent when the check is %s', async (_name, beforeDot) => {
    await meet({});
    expect(await transport.send({ message, limitMs: 5_000, beforeDot })).toMatchObject({
      kind: 'surely-not',
      again: true,
    });
    expect(server.received).toHaveLength(0);
    // The pool is still good for the next mail.
    expect(await transport.send({ message, limitMs: 5_000 })).toMatchObject({ kind: 'sent' });
  });
});

describe('an answer of refusal', () => {
  const stages: Stage[] = ['mail', 'rcpt', 'data', 'dot'];
  it.each(stages)('4xx at %s: surely not, try again', async (stage) => {
    await meet({ [stage]: { answer: '451 later' } });
    expect(await transport.send({ message, limitMs: 5_000 })).toMatchObject({ kind: 'surely-not', again: true });
  });

  it.each(stages)('5xx at %s: surely not, for good', async (stage) => {
    await meet({ [stage]: { answer: '550 no such person' } });
    expect(await transport.send({ message, limitMs: 5_000 })).toMatchObject({ kind: 'surely-not', again: false });
  });

  it.each([
    ['550 5.1.1 no such person', true],
    ['550 no such person', true],
    ['553 mailbox name not allowed', true],
    ['550 5.7.1 you are on our list', undefined],
    ['552 5.2.2 mailbox full', undefined],
    ['450 4.2.1 later', undefined],
  ])('"%s" to the receiver tells of the address: %s', async (...[answer, bounced]) => {
    await meet({ rcpt: { answer } });
    const result = await transport.send({ message, limitMs: 5_000 });
    expect('bounced' in result ? result.bounced : undefined).toBe(bounced);
  });

  it.each(['greeting', 'ehlo'] as const)(
    '5xx at %s judges the connection, so the mail may try again',
    async (stage) => {
      await meet({ [stage]: { answer: '554 closed today' } });
      expect(await transport.send({ message, limitMs: 5_000 })).toMatchObject({ kind: 'surely-not', again: true });
    },
  );
});

describe('a cut or a silence', () => {
  const before: Stage[] = ['greeting', 'ehlo', 'mail', 'rcpt', 'data', 'body'];
  it.each(before)('cut at %s: surely not, try again', async (stage) => {
    await meet({ [stage]: 'cut' });
    const beforeDot = async () => stage !== 'body';
    const result = await transport.send({ message, limitMs: 3_000, beforeDot });
    expect(result).toMatchObject({ kind: 'surely-not', again: true });
    expect(server.received).toHaveLength(0);
  });

  it.each(['greeting', 'ehlo', 'mail', 'rcpt', 'data'] as const)(
    'silence at %s: surely not at the limit',
    async (stage) => {
      await meet({ [stage]: 'hang' });
      let asked = false;
      const beforeDot = async () => {
        asked = true;
        return true;
      };
      const result = await transport.send({ message, limitMs: 150, beforeDot });
      expect(asked).toBe(false);
      expect(result).toMatchObject({ kind: 'surely-not', again: true });
    },
  );

  it('cut after the dot: unknown', async () => {
    await meet({ dot: 'cut' });
    expect(await transport.send({ message, limitMs: 3_000 })).toMatchObject({ kind: 'unknown' });
    expect(server.received).toHaveLength(1);
  });

  it('silence after the dot: unknown at the limit, and never sent again', async () => {
    await meet({ dot: 'hang' });
    expect(await transport.send({ message, limitMs: 200 })).toMatchObject({ kind: 'unknown' });
    expect(server.received).toHaveLength(1);
  });

  it('a check that outlasts the limit stops the dot', async () => {
    await meet({});
    const gate = Promise.withResolvers<boolean>();
    const result = await transport.send({ message, limitMs: 100, beforeDot: () => gate.promise });
    expect(result).toMatchObject({ kind: 'surely-not', again: true });
    gate.resolve(true);
    expect(await transport.send({ message, limitMs: 5_000 })).toMatchObject({ kind: 'sent' });
    expect(server.received).toHaveLength(1);
  });
});

it('a server that is not there: surely not, try again', async () => {
  await meet({});
  await server.close();
  expect(await transport.send({ message, limitMs: 3_000 })).toMatchObject({ kind: 'surely-not', again: true });
});

it('an address that cannot be written: surely not, for good', async () => {
  await meet({});
  const result = await transport.send({ message: { ...message, to: { name: '', address: '' } }, limitMs: 3_000 });
  expect(result).toMatchObject({ kind: 'surely-not', again: false });
});
