import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createHttpPort } from './create-http-port.ts';
import { wordCallError } from './word-call-error.ts';

it('does not take a call for surely undelivered that was cut on a connection kept from an earlier one', async () => {
  let calls = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      calls++;
      if (calls === 1) response.end('ok');
      else request.socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const port = createHttpPort({ key: 'enrollment/1/call/1', limitMs: 5_000, allowPrivate: true });
  expect(await port.post({ url, body: {} })).toMatchObject({ kind: 'sent' });
  // The answer is drained a moment later: until then its connection is not free.
  await new Promise(setImmediate);
  expect(await port.post({ url, body: {} })).toMatchObject({ kind: 'unknown' });
  expect(calls).toBe(2);
  server.close();
});

it('takes a call that nobody answered in time for one of unknown fate, and repeats it under the same key', async () => {
  const keys: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']?.toString());
    request.resume();
    if (keys.length > 1) response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const port = createHttpPort({ key: 'enrollment/1/call/1', limitMs: 300, allowPrivate: true });
  expect(await port.post({ url, body: {} })).toEqual({
    kind: 'unknown',
    error: 'the receiver did not answer within 0.3 s',
  });
  expect(await port.post({ url, body: {} })).toMatchObject({ kind: 'sent' });
  expect(keys).toEqual(['enrollment/1/call/1', 'enrollment/1/call/1']);
  server.closeAllConnections();
  server.close();
});

describe('a receiver that means no good', () => {
  const port = createHttpPort({ key: 'enrollment/1/call/1', limitMs: 1_000, allowPrivate: true });

  async function answerWith(listener: RequestListener) {
    const server = createServer((request, response) => {
      request.resume();
      request.on('end', () => listener(request, response));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    return { url, server, close: () => server.closeAllConnections() };
  }

  it('is not followed where it redirects to', async () => {
    let calls = 0;
    const { url, close } = await answerWith((_request, response) => {
      calls++;
      response.writeHead(307, { location: url }).end();
    });
    expect(await port.post({ url, body: {} })).toMatchObject({ kind: 'surely-not', again: false });
    expect(calls).toBe(1);
    close();
  });

  it('is cut off where its answer has no end', async () => {
    let cut: () => void = () => {};
    const wasCut = new Promise<void>((resolve) => {
      cut = resolve;
    });
    const { url, close } = await answerWith((_request, response) => {
      response.on('close', () => cut());
      const more = () => {
        if (!response.destroyed) response.write(Buffer.alloc(16 * 1024), () => setImmediate(more));
      };
      more();
    });
    const patient = createHttpPort({ key: 'k', limitMs: 60_000, allowPrivate: true });
    expect(await patient.post({ url, body: {} })).toMatchObject({ kind: 'sent' });
    await wasCut;
    close();
  });

  it('is given up where it answers a byte at a time', async () => {
    const { url, close } = await answerWith((request) => {
      const drip = setInterval(() => request.socket.write('H'), 50);
      request.socket.on('close', () => clearInterval(drip));
    });
    expect(await port.post({ url, body: {} })).toMatchObject({ kind: 'unknown' });
    close();
  });

  it.each([
    ['channel is archived', 'the receiver answered 404: channel is archived'],
    ['{"error":\n\t"channel\u202e is\u0000archived"}\n', 'the receiver answered 404: {"error": "channel is archived"}'],
    ['', 'the receiver answered 404'],
    ['<!doctype html><title>Not found</title>', 'the receiver answered 404'],
    [Buffer.from([0x83, 0x60, 0x83, 0x83]), 'the receiver answered 404'],
    ['あ'.repeat(2_000), `the receiver answered 404: ${'あ'.repeat(200)}…`],
  ])('is quoted, in one short line without signs that are not seen: %#', async (body, error) => {
    const { url, close } = await answerWith((_request, response) => response.writeHead(404).end(body));
    expect(await port.post({ url, body: {} })).toEqual({ kind: 'surely-not', error, again: false });
    close();
  });

  it('is not waited for where it never ends what it says', async () => {
    const { url, close } = await answerWith((_request, response) => response.writeHead(404).write('channel is'));
    const patient = createHttpPort({ key: 'k', limitMs: 60_000, allowPrivate: true });
    expect(await patient.post({ url, body: {} })).toMatchObject({ error: 'the receiver answered 404: channel is' });
    close();
  });

  it.each([
    ['breaks off', (response: ServerResponse) => response.socket?.resetAndDestroy()],
    ['goes on past the limit', () => {}],
  ])('has refused where it says so and %s', async (_how, next) => {
    const { url, close } = await answerWith((_request, response) => {
      response.writeHead(503, { 'content-length': '100' }).write('too much', () => next(response));
    });
    const hasty = createHttpPort({ key: 'k', limitMs: 500, allowPrivate: true });
    expect(await hasty.post({ url, body: {} })).toMatchObject({ kind: 'surely-not', again: true });
    close();
  });

  it('is waited for a day at the most', async () => {
    const { url, close } = await answerWith((_request, response) =>
      response.writeHead(503, { 'retry-after': '1e300' }).end(),
    );
    expect(await port.post({ url, body: {} })).toMatchObject({ kind: 'surely-not', afterMs: 24 * 60 * 60 * 1_000 });
    close();
  });
});

it.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://017700000001/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://localhost/',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'gopher://a.example/',
  'no URL',
])('does not call %s', async (url) => {
  const port = createHttpPort({ key: 'k', limitMs: 5_000 });
  expect(await port.post({ url, body: {} })).toMatchObject({ kind: 'surely-not', again: false });
});

it('refuses a header that would become two', async () => {
  const port = createHttpPort({ key: 'k', limitMs: 5_000, allowPrivate: true });
  const headers = { 'x-name': 'a\r\nx-admin: 1' };
  expect(await port.post({ url: 'http://127.0.0.1:1/', body: {}, headers })).toMatchObject({
    kind: 'surely-not',
    again: false,
  });
});

it('tells in both languages why a call failed, and how an address of the own network may be called', async () => {
  const errorOf = async (port: ReturnType<typeof createHttpPort>, url: string) => {
    const result = await port.post({ url, body: {} });
    return wordCallError(result.kind === 'sent' ? '' : result.error);
  };
  const closed = createHttpPort({ key: 'k', limitMs: 5_000 });
  for (const url of ['http://127.0.0.1:1/', 'http://localhost:1/']) {
    expect((await errorOf(closed, url)).ja).toContain('ALLOW_PRIVATE_ADDRESSES=1');
  }
  const open = createHttpPort({ key: 'k', limitMs: 5_000, allowPrivate: true });
  expect((await errorOf(open, 'http://127.0.0.1:1/')).ja).toContain('相手につながりません');
  expect(wordCallError('the receiver answered 404').ja).toBe('相手が 404 を返しました');
  expect(wordCallError('the receiver did not answer within 3 s')).toEqual({
    ja: '相手が3秒以内に応えませんでした',
    en: 'the receiver did not answer within 3 seconds',
  });
  expect(wordCallError('socket hang up').ja).toBe('相手が応えずに接続を切りました');
  expect(wordCallError('the receiver answered 404: channel is archived')).toEqual({
    ja: '相手が 404 を返しました：channel is archived',
    en: 'the receiver answered 404: channel is archived',
  });
  expect(wordCallError('550 no such mailbox').ja).toBe('550 no such mailbox');
});
