import { gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { sendCompressed } from './send-compressed.ts';

const long = JSON.stringify('育てる'.repeat(1_000));

async function ask({ body = long, type = 'application/json', encoding = 'gzip, br' }) {
  const server = Fastify();
  server.addHook('onSend', sendCompressed);
  server.get('/', (...[, reply]) => reply.send(new Response(body, { status: 207, headers: { 'content-type': type } })));
  const answer = await server.inject({ url: '/', headers: { 'accept-encoding': encoding } });
  await server.close();
  return answer;
}

it('sends what is long gzipped, with its status and its kind', async () => {
  const answer = await ask({});
  expect(answer.statusCode).toBe(207);
  expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'application/json' });
  expect(gunzipSync(answer.rawPayload).toString()).toBe(long);
  expect(answer.rawPayload.length).toBeLessThan(500);
});

it.each<[string, Parameters<typeof ask>[0]]>([
  ['what is short', { body: '{}' }],
  ['a stream of events', { type: 'text/event-stream' }],
  ['to a browser that cannot read it', { encoding: 'identity' }],
])('sends as it is %s', async (...[, given]) => {
  const answer = await ask(given);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.body).toBe(given.body ?? long);
});
