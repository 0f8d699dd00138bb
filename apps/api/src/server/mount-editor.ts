import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openDrawing } from './draw-first-screen.ts';
import { fillPage } from './fill-page.ts';
import { type BuildManifest, isDrawn } from './find-screen-files.ts';
import { isWide } from './is-wide.ts';
import { readLanguage } from './read-language.ts';
import { takesGzip } from './takes-gzip.ts';

const dist = fileURLToPath(new URL('../../../editor/dist', import.meta.url));
const drawingModule = fileURLToPath(new URL('../../../editor/dist-drawing/draw-screen.js', import.meta.url));
const yearS = 365 * 24 * 60 * 60;

const notBuilt =
  'The editor is not built yet: run `npm run prepare`. / エディターがまだ用意されていません。`npm run prepare` を実行してください。';

/**
 * The built editor. Every other address that a browser opens gets its index page, which has a router of its own and
 * names what the screen at that address will need; those that people open first are drawn in it.
 */
export async function mountEditor({
  server,
  folder = dist,
  drawing = drawingModule,
}: {
  server: FastifyInstance;
  folder?: string;
  /** The file of the build that draws. */
  drawing?: string;
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
  const page = built ? readPage({ folder, draw: openDrawing({ server, module: drawing }) }) : undefined;
  const sendIndex = async (request: FastifyRequest, reply: FastifyReply) => {
    if (page === undefined) return reply.code(503).type('text/plain; charset=utf-8').send(notBuilt);
    const { body, isPersonal } = await page(request);
    // What only this person may know is kept nowhere: going back after signing out would show it to whoever is next.
    reply
      .header('cache-control', isPersonal ? 'private, no-store' : 'private, no-cache')
      .header('vary', 'accept-language, accept-encoding, cookie, user-agent');
    reply.type('text/html; charset=utf-8');
    // As of the answers of procedures: another site is not to learn by its length what the page repeats.
    const isMeasurable = isPersonal && !['none', 'same-origin'].includes(String(request.headers['sec-fetch-site']));
    if (isMeasurable || !takesGzip(request.headers['accept-encoding'])) return reply.send(body);
    return reply.header('content-encoding', 'gzip').send(await promisify(gzip)(body, { level: 5 }));
  };
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

/** The index page for each request. Read again where it was built anew meanwhile. */
function readPage({
  folder,
  draw,
}: {
  folder: string;
  draw: ReturnType<typeof openDrawing>;
}): (request: FastifyRequest) => Promise<{ body: string; isPersonal: boolean }> {
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
  return async (request) => {
    const { page, manifest } = readBuild();
    const [path = ''] = request.url.split('?');
    const wide = isWide(request.headers);
    const drawing = isDrawn({ path, wide }) ? await draw({ request, wide }) : undefined;
    const language = drawing?.language ?? readLanguage(request.headers);
    return { body: fillPage({ page, manifest, path, language, drawing }), isPersonal: drawing !== undefined };
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
