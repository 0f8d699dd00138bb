import { gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { sendCompressed } from './send-compressed.ts';

const long = JSON.stringify('育てる'.repeat(1_000));

interface Asked {
  readonly body?: string;
  readonly type?: string;
  readonly encoding?: string;
  /** From where the browser says that the request comes. */
  readonly site?: string | undefined;
}

async function ask({ body = long, type = 'application/json', encoding = 'gzip, br', ...rest }: Asked) {
  const server = Fastify();
  server.addHook('onSend', sendCompressed);
  server.get('/', (...[, reply]) => reply.send(new Response(body, { status: 207, headers: { 'content-type': type } })));
  const site = 'site' in rest ? rest.site : 'same-origin';
  const answer = await server.inject({
    url: '/',
    headers: { 'accept-encoding': encoding, ...(site === undefined ? {} : { 'sec-fetch-site': site }) },
  });
  await server.close();
  return answer;
}

it.each(['gzip, br', 'br;q=1.0, GZIP;q=0.5'])(
  'sends what is long gzipped to "%s", with status and kind',
  async (encoding) => {
    const answer = await ask({ encoding });
    expect(answer.statusCode).toBe(207);
    expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'application/json' });
    expect(gunzipSync(answer.rawPayload).toString()).toBe(long);
    expect(answer.rawPayload.length).toBeLessThan(500);
  },
);

it.each<[string, Asked]>([
  ['what is short', { body: '{}' }],
  ['a stream of events', { type: 'text/event-stream' }],
  ['to a browser that cannot read it', { encoding: 'identity' }],
  ['to whom gzip is refused by its weight', { encoding: 'br, gzip; q=0.00' }],
  ['what another site asks for', { site: 'cross-site' }],
  ['what another host of the same site asks for', { site: 'same-site' }],
  ['what a link elsewhere or an address bar opens', { site: 'none' }],
  ['to whom does not say from where it asks', { site: undefined }],
])('sends as it is %s', async (...[, given]) => {
  const answer = await ask(given);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.body).toBe(given.body ?? long);
});

it.each(['gzip', 'identity', 'gzip;q=0'])(
  'tells caches that the encoding was chosen, to "%s" too',
  async (encoding) => {
    expect((await ask({ encoding })).headers.vary).toBe('accept-encoding');
  },
);
