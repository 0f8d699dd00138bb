import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstScreens, textSources } from './find-screen-files.ts';
import { mountEditor } from './mount-editor.ts';

let folder: string;
let server: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sodate-editor-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><head><title>Sodate</title><script src="/assets/base.js"></script></head>',
  );
  await writeFile(join(folder, 'assets', 'base-1a2b.js'), 'plain');
  await writeFile(join(folder, 'assets', 'base-1a2b.js.br'), 'brotli');
  await mkdir(join(folder, '.vite'));
  await writeFile(
    join(folder, '.vite', 'manifest.json'),
    JSON.stringify({
      '_base.js': { file: 'assets/base.js' },
      '_parts.js': { file: 'assets/parts.js', imports: ['_base.js'], css: ['assets/parts.css'] },
      'src/sign-in/sign-in.tsx': { file: 'assets/sign-in.js', imports: ['_parts.js', '_base.js'] },
      'src/language/japanese-texts.ts': { file: 'assets/ja.js' },
      'src/language/english-texts.ts': { file: 'assets/en.js' },
    }),
  );
  server = Fastify();
  await mountEditor({ server, folder, drawing: join(folder, 'none.js') });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the editor', () => {
  it('sends assets small, to be kept for ever, each in the form that the browser takes', async () => {
    const url = '/assets/base-1a2b.js';
    const small = await server.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(small.body).toBe('brotli');
    expect(small.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect((await server.inject({ url })).body).toBe('plain');
  });

  it('sends its page for every address that a browser opens, and has it asked for anew each time', async () => {
    const answer = await server.inject({ url: '/leads/1', headers: { accept: 'text/html' } });
    expect(answer.body).toContain('Sodate');
    expect(answer.headers['cache-control']).toBe('private, no-cache');
    expect((await server.inject({ url: '/no-such.js' })).statusCode).toBe(404);
  });

  it('has a screen that was drawn for one person kept nowhere', async () => {
    const drawing = join(folder, 'draw-screen.js');
    await writeFile(
      drawing,
      `export const drawScreen = async () => ({ html: '', title: 'Home', language: 'en', answers: {} });`,
    );
    const drawn = Fastify();
    await mountEditor({ server: drawn, folder, drawing });
    const answer = await drawn.inject({ url: '/', headers: { accept: 'text/html' } });
    expect(answer.body).toContain('<title>Home</title>');
    expect(answer.headers['cache-control']).toBe('private, no-store');
    await drawn.close();
  });

  it('names in its page what the screen will need, in the language that is asked for', async () => {
    const headers = { accept: 'text/html', 'accept-language': 'ja-JP,ja;q=0.9,en;q=0.8' };
    const { body } = await server.inject({ url: '/sign-in?next=%2Fleads', headers });
    expect([...body.matchAll(/<link rel="(\w+)"[^>]* href="([^"]+)">/g)].map(([, rel, href]) => [rel, href])).toEqual([
      ['preload', '/trpc/session.read?batch=1&amp;input=%7B%7D'],
      ['modulepreload', '/assets/sign-in.js'],
      ['modulepreload', '/assets/parts.js'],
      ['modulepreload', '/assets/ja.js'],
      ['preload', '/assets/parts.css'],
    ]);
    const other = await server.inject({ url: '/sign-in', headers: { accept: 'text/html', 'accept-language': 'en' } });
    expect(other.body).toContain('/assets/en.js');
    expect((await server.inject({ url: '/settings/tag', headers })).body).not.toContain('<link');
  });

  it('sends the page of the newest build, though it was mounted before', async () => {
    const headers = { accept: 'text/html' };
    expect((await server.inject({ url: '/', headers })).body).toContain('Sodate');
    await writeFile(join(folder, 'index.html'), '<!doctype html><head></head>built anew');
    await utimes(join(folder, 'index.html'), new Date(), new Date(Date.now() + 60_000));
    expect((await server.inject({ url: '/', headers })).body).toContain('built anew');
  });

  it('sends a page while its manifest is half written or gone, and heeds the manifest once it is whole', async () => {
    const manifest = join(folder, '.vite', 'manifest.json');
    const whole = await readFile(manifest, 'utf8');
    const send = () => server.inject({ url: '/sign-in', headers: { accept: 'text/html' } });
    await writeFile(manifest, whole.slice(0, 40));
    expect(await send()).toMatchObject({ statusCode: 200, body: expect.stringContaining('built anew') });
    await rm(manifest);
    expect((await send()).statusCode).toBe(200);
    await writeFile(manifest, whole.replaceAll('assets/sign-in.js', 'assets/sign-in-2.js'));
    expect((await send()).body).toContain('href="/assets/sign-in-2.js"');
  });

  it('sends the last page while the new one is being written', async () => {
    await writeFile(join(folder, 'index.html'), '<!doctype html>');
    const answer = await server.inject({ url: '/', headers: { accept: 'text/html' } });
    expect(answer.body).toContain('built anew');
  });

  it('knows the first screens by the names that their files have', () => {
    const editor = fileURLToPath(new URL('../../../editor/', import.meta.url));
    const sources = [...firstScreens.flatMap((one) => one.sources), ...Object.values(textSources)];
    expect(sources.filter((source) => !existsSync(editor + source))).toEqual([]);
  });
});
