import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const dist = fileURLToPath(new URL('../../../editor/dist', import.meta.url));
const yearS = 365 * 24 * 60 * 60;

const notBuilt =
  'The editor is not built yet: run `npm run prepare`. / エディターがまだ用意されていません。`npm run prepare` を実行してください。';

/** The built editor. Every other address that a browser opens gets its index page, which has a router of its own. */
export async function mountEditor({
  server,
  folder = dist,
}: {
  server: FastifyInstance;
  folder?: string;
}): Promise<void> {
  const built = existsSync(`${folder}/index.html`);
  if (built) {
    await server.register(fastifyStatic, {
      root: folder,
      index: false,
      preCompressed: true,
      // Else its own header would be written over ours.
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Names of assets hold a hash of their content.
        const forever = path.includes('/assets/');
        reply.setHeader('vary', 'accept-encoding');
        reply.setHeader('cache-control', forever ? `public, max-age=${yearS}, immutable` : 'no-cache');
      },
    });
  }
  const sendIndex = (reply: FastifyReply) =>
    built
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : reply.code(503).type('text/plain; charset=utf-8').send(notBuilt);
  // Addresses that open something by themselves: nobody else is to learn them, from a log, a search or a cache.
  const sendShared = (reply: FastifyReply) =>
    sendIndex(reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex'));
  server.get('/share/:token', async (_request, reply) => sendShared(reply));
  server.get('/share/:token/document', async (_request, reply) => sendShared(reply));
  server.get('/', async (_request, reply) => sendIndex(reply));
  server.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    return wantsPage ? sendIndex(reply) : reply.code(404).send({ error: 'not found' });
  });
}
