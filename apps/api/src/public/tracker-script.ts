import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

const builtFile = fileURLToPath(new URL('../../../../packages/tracker/dist/t.js', import.meta.url));

const notBuilt = '// The tracker is not built yet: run `npm run prepare`.\n';

/** Serves the built tracker at `/t.js` to any site: fresh for an hour, then asked for again by its ETag. */
export async function registerTrackerScript({ app }: { app: FastifyInstance }): Promise<void> {
  const script = await readFile(builtFile).catch(() => undefined);
  const etag = script && `"${createHash('sha256').update(script).digest('base64url').slice(0, 22)}"`;
  app.get('/t.js', async (request, reply) => {
    reply.type('text/javascript; charset=utf-8').header('cross-origin-resource-policy', 'cross-origin');
    if (script === undefined || etag === undefined) return reply.code(503).send(notBuilt);
    reply.header('cache-control', 'public, max-age=3600, stale-while-revalidate=86400').header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.send(script);
  });
}
