import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type BuildManifest, preloadScreen } from './preload-screen.ts';

const dist = fileURLToPath(new URL('../../../editor/dist', import.meta.url));
const yearS = 365 * 24 * 60 * 60;

const notBuilt =
  'The editor is not built yet: run `npm run prepare`. / エディターがまだ用意されていません。`npm run prepare` を実行してください。';

/**
 * The built editor. Every other address that a browser opens gets its index page, which has a router of its own and
 * names what the screen at that address will need.
 */
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
  const page = built ? readPage(folder) : undefined;
  const sendIndex = (request: FastifyRequest, reply: FastifyReply) =>
    page === undefined
      ? reply.code(503).type('text/plain; charset=utf-8').send(notBuilt)
      : reply
          .header('cache-control', 'no-cache')
          .header('vary', 'accept-language')
          .type('text/html; charset=utf-8')
          .send(page(request));
  // Addresses that open something by themselves: nobody else is to learn them, from a log, a search or a cache.
  const sendShared = (request: FastifyRequest, reply: FastifyReply) =>
    sendIndex(request, reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex'));
  server.get('/share/:token', async (request, reply) => sendShared(request, reply));
  server.get('/share/:token/document', async (request, reply) => sendShared(request, reply));
  server.get('/', async (request, reply) => sendIndex(request, reply));
  server.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    return wantsPage ? sendIndex(request, reply) : reply.code(404).send({ error: 'not found' });
  });
}

/** The index page for each request, with what its screen will need. Read again where it was built anew meanwhile. */
function readPage(folder: string): (request: FastifyRequest) => string {
  const paths = { page: `${folder}/index.html`, manifest: `${folder}/.vite/manifest.json` };
  let known: { stamp: string; page: string; manifest: BuildManifest } | undefined;
  const readBuild = () => {
    const stamp = `${stampOf(paths.page)} ${stampOf(paths.manifest)}`;
    if (known?.stamp === stamp) return known;
    const page = existsSync(paths.page) ? readFileSync(paths.page, 'utf8') : '';
    // In the middle of a build the last one is still the best there is.
    if (known !== undefined && !page.includes('</head>')) return known;
    known = { stamp, page, manifest: readManifest(paths.manifest) };
    return known;
  };
  return ({ url, headers }) => {
    const { page, manifest } = readBuild();
    const [address = ''] = url.split('?');
    // As the editor itself chooses, where nothing was chosen on that machine.
    const language = /^\s*ja/i.test(headers['accept-language'] ?? '') ? 'ja' : 'en';
    return page.replace('</head>', () => `${preloadScreen({ page, manifest, path: address, language })}</head>`);
  };
}

/** Changes with every write, also with several in one tick of the file system's clock. */
function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return `${stats?.mtimeMs}/${stats?.size}`;
}

/** Empty while it is missing or half written: pages then name nothing beforehand, until it is whole. */
function readManifest(path: string): BuildManifest {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}
