import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { createHttpPort } from './create-http-port.ts';

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
  expect(await port.post({ url, body: {} })).toMatchObject({ kind: 'unknown' });
  expect(await port.post({ url, body: {} })).toMatchObject({ kind: 'sent' });
  expect(keys).toEqual(['enrollment/1/call/1', 'enrollment/1/call/1']);
  server.closeAllConnections();
  server.close();
});
