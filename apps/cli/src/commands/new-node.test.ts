import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { asId } from '@sodate/journey/id';
import { loadCustomNodes } from '@sodate/nodes/kit/load-custom-nodes';
import { loadNodeTypesWithEffects } from '@sodate/nodes/kit/load-node-types-with-effects';
import { createHttpPort } from '@sodate/services/http/create-http-port';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { runNewNode } from './new-node.ts';

// Inside the repository, where what the files import is found; the folder is kept out of it.
const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const place = join(repository, '.sodate');

let root: string;

beforeAll(async () => {
  await mkdir(place, { recursive: true });
  root = await mkdtemp(join(place, 'new-node-'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it('makes a node type that the config line loads, with its effect', async () => {
  await runNewNode({ name: 'post-to-chat', root });
  const folder = join(root, 'my-nodes', 'post-to-chat');
  expect((await readdir(folder)).toSorted()).toEqual(['definition.test.ts', 'definition.ts', 'effect.ts']);
  const load = () => import(pathToFileURL(join(folder, 'definition.ts')).href);
  const custom = await loadCustomNodes({ config: { nodes: [load] } });
  const { described, effects, broken } = await loadNodeTypesWithEffects({ custom });
  expect(broken).toEqual([]);
  expect(described.find(({ type }) => type === 'post-to-chat')?.title.en).toBe('Post to chat');
  expect(effects.get('post-to-chat')?.kind).toBe('external');
});

it.each([
  { locale: 'ja_JP.UTF-8', name: 'tell-tokyo', guide: 'apps/docs/write-a-node-type.ja.md' },
  { locale: 'en_GB.UTF-8', name: 'tell-london', guide: 'apps/docs/write-a-node-type.md' },
])('points to the guide in the language of the terminal: $locale', async ({ locale, name, guide }) => {
  vi.stubEnv('SODATE_LANGUAGE', locale);
  const info = vi.spyOn(console, 'info').mockReturnValue();
  await runNewNode({ name, root });
  expect(String(info.mock.lastCall)).toContain(guide);
  expect(existsSync(join(repository, guide))).toBe(true);
});

it('makes an effect that reaches a receiver, with the words and the lead', async () => {
  await runNewNode({ name: 'tell-desk', root });
  const load = () => import(pathToFileURL(join(root, 'my-nodes', 'tell-desk', 'definition.ts')).href);
  const { effects } = await loadNodeTypesWithEffects({ custom: await loadCustomNodes({ config: { nodes: [load] } }) });
  const effect = effects.get('tell-desk');
  if (effect?.kind !== 'external') throw new Error('the effect is no external one');
  const { url, bodies, close } = await receive();
  const sending = {
    config: { url, text: '新しい問い合わせです' },
    key: 'enrollment/1/n_1/1',
    lead: { id: asId<'lead'>('1'), name: '坂井 真理子', email: null, company: null, score: 60 },
    enrollment: asId<'enrollment'>('1'),
    node: asId<'node'>('n_1'),
    leadUrl: 'https://sodate.example/leads/1',
  };
  const port = (allowPrivate: boolean) => createHttpPort({ key: sending.key, limitMs: 5_000, allowPrivate });
  expect(await effect.send({ ...sending, http: port(false) })).toMatchObject({ kind: 'surely-not' });
  expect(await effect.send({ ...sending, http: port(true) })).toMatchObject({ kind: 'sent' });
  close();
  expect(bodies.map((body) => JSON.parse(body))).toEqual([
    {
      text: '新しい問い合わせです',
      lead: { name: '坂井 真理子', score: 60, url: 'https://sodate.example/leads/1' },
    },
  ]);
});

it('leaves a folder that is there alone, and asks for a name that can be one', async () => {
  await runNewNode({ name: 'call-crm', root });
  const file = join(root, 'my-nodes', 'call-crm', 'definition.ts');
  const before = await readFile(file, 'utf8');
  await expect(runNewNode({ name: 'call-crm', root })).rejects.toThrow('is there already');
  expect(await readFile(file, 'utf8')).toBe(before);
  await expect(runNewNode({ name: 'Call CRM', root })).rejects.toThrow(
    'small letters and digits joined by hyphens, a letter first',
  );
});

it('refuses at once the name of a node type that is there already, and makes nothing', async () => {
  await expect(runNewNode({ name: 'wait', root })).rejects.toMatchObject({
    text: {
      ja: expect.stringContaining('標準のノードにすでにあります（待つ）'),
      en: expect.stringContaining('sodate new-node my-wait'),
    },
  });
  expect(await readdir(join(root, 'my-nodes'))).not.toContain('wait');
});

/** A receiver on this machine, as the guide has one stand in for a chat. */
async function receive() {
  const bodies: string[] = [];
  const server = createServer((request, answer) => {
    let body = '';
    request.on('data', (part) => {
      body += String(part);
    });
    request.on('end', () => {
      bodies.push(body);
      answer.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, bodies, close: () => server.close() };
}
