import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { assertNodeConfig } from './assert-node-config.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sodate-config-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write({ name, text }: { name: string; text: string }): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

it('says in words which file is wrong and how', async () => {
  const path = await write({ name: 'wrong.mjs', text: 'export default { node: [] };' });
  await expect(assertNodeConfig({ path })).rejects.toMatchObject({
    text: { ja: expect.stringContaining(`${path}: `), en: expect.stringContaining('unknown settings (node)') },
  });
});

it('names the file once, with the line that failed', async () => {
  const path = await write({ name: 'slip.mjs', text: 'export default {};\nthrow new Error("a slip");' });
  const fault = await assertNodeConfig({ path }).then(
    () => '',
    ({ message }: Error) => message,
  );
  expect(fault.split(path)).toHaveLength(2);
  expect(fault).toContain(`${path}:2: `);
});

it('lets Sodate start though a node type in it is broken', async () => {
  const path = await write({ name: 'broken.mjs', text: 'export default { nodes: [5] };' });
  await assertNodeConfig({ path });
});
