import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountEditor } from './mount-editor.ts';

let folder: string;
let server: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sodate-editor-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Sodate</title>');
  await writeFile(join(folder, 'assets', 'base-1a2b.js'), 'plain');
  await writeFile(join(folder, 'assets', 'base-1a2b.js.br'), 'brotli');
  server = Fastify();
  await mountEditor({ server, folder });
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
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect((await server.inject({ url: '/no-such.js' })).statusCode).toBe(404);
  });
});
