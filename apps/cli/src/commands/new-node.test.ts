import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadCustomNodes } from '@sodate/nodes/kit/load-custom-nodes';
import { loadNodeTypesWithEffects } from '@sodate/nodes/kit/load-node-types-with-effects';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runNewNode } from './new-node.ts';

// Inside the repository, where what the files import is found; the folder is kept out of it.
const place = fileURLToPath(new URL('../../../../.sodate', import.meta.url));

let root: string;

beforeAll(async () => {
  await mkdir(place, { recursive: true });
  root = await mkdtemp(join(place, 'new-node-'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

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

it('leaves a folder that is there alone, and asks for a name that can be one', async () => {
  await runNewNode({ name: 'call-crm', root });
  const file = join(root, 'my-nodes', 'call-crm', 'definition.ts');
  const before = await readFile(file, 'utf8');
  await expect(runNewNode({ name: 'call-crm', root })).rejects.toThrow('is there already');
  expect(await readFile(file, 'utf8')).toBe(before);
  await expect(runNewNode({ name: 'Call CRM', root })).rejects.toThrow('small letters joined by hyphens');
});
