import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDrawing } from './draw-first-screen.ts';

let folder: string;
let server: FastifyInstance;
let asked: { url: string; cookie: string | undefined }[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sodate-drawing-'));
  server = Fastify();
  asked = [];
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A server whose drawing is done by `body`, and whose procedures answer, or never do. */
async function open({ body, answers = true }: { body: string; answers?: boolean }): Promise<void> {
  const module = join(folder, 'draw-screen.js');
  await writeFile(module, `export const drawScreen = async ({ address, language, wide, ask }) => { ${body} };`);
  server.get('/trpc/:procedures', async ({ url, headers }) => {
    asked.push({ url: decodeURIComponent(url), cookie: headers.cookie });
    return answers ? [{ result: { data: 7 } }, { error: { code: 403 } }] : new Promise(() => {});
  });
  const draw = openDrawing({ server, module });
  server.get('/*', async (request) => (await draw({ request, wide: true })) ?? { html: 'undrawn' });
}

const drawOf = async (headers: Record<string, string> = {}) => (await server.inject({ url: '/home', headers })).json();

it('asks as the person who asked for the page, and takes a refusal for no answer', async () => {
  const questions =
    "[{ procedure: 'handoffs.count', input: { open: true } }, { procedure: 'people.list', input: undefined }]";
  await open({ body: `return { html: address + language + JSON.stringify(await ask(${questions})) };` });
  expect(await drawOf({ cookie: 'session=1', 'accept-language': 'ja' })).toEqual({ html: '/homeja[{"data":7},null]' });
  expect(asked).toEqual([
    { url: '/trpc/handoffs.count,people.list?batch=1&input={"0":{"open":true}}', cookie: 'session=1' },
  ]);
});

it('leaves the screen to the browser where it fails, or where there is no build', async () => {
  await open({ body: "throw new Error('a part that needs a window');" });
  expect(await drawOf()).toEqual({ html: 'undrawn' });
  const draw = openDrawing({ server: Fastify(), module: join(folder, 'none.js') });
  expect(await draw({ request: {} as never, wide: true })).toBeUndefined();
});

it('waits for slow answers only so long', async () => {
  await open({ body: "return { html: String(await ask([{ procedure: 'home.needs' }])) };", answers: false });
  expect(await drawOf()).toEqual({ html: 'undrawn' });
});

it('does not wait behind a drawing that comes to no end', async () => {
  await open({ body: "await ask([{ procedure: 'home.needs' }]); await new Promise(() => {});" });
  expect(await drawOf()).toEqual({ html: 'undrawn' });
  expect(await drawOf()).toEqual({ html: 'undrawn' });
  expect(asked).toHaveLength(1);
});

it('goes on drawing once a late one has ended, whatever other pages did meanwhile', async () => {
  const body =
    "if (address === '/late') await new Promise((go) => { globalThis.goOn = go; }); return { html: address };";
  await open({ body });
  await server.inject({ url: '/quick' });
  const late = server.inject({ url: '/late' });
  await server.inject({ url: '/second' });
  expect((await late).json()).toEqual({ html: 'undrawn' });
  expect((await server.inject({ url: '/third' })).json()).toEqual({ html: 'undrawn' });
  (globalThis as unknown as { goOn: () => void }).goOn();
  await expect.poll(async () => (await server.inject({ url: '/fourth' })).json()).toEqual({ html: '/fourth' });
});
