import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lookAtNodeTypes } from './look-at-node-types.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sodate-doctor-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('finds a node type that is left out, and says why', async () => {
  const path = join(folder, 'sodate.config.mjs');
  await writeFile(path, 'export default { nodes: [() => import("./gone.mjs")] };');
  await expect(lookAtNodeTypes({ path })).rejects.toThrow(/some are left out.*\n +nodes\[0\].*\n.*gone\.mjs/);
});

it('finds a node type whose lower throws, though it is installed, and says why', async () => {
  const path = join(folder, 'sodate.config.mjs');
  const kit = join(import.meta.dirname, '../../../../packages/nodes/src/kit/define-node.ts');
  await writeFile(
    path,
    `import { defineNode } from ${JSON.stringify(kit)};
    import { z } from ${JSON.stringify(import.meta.resolve('zod'))};
    const both = { ja: 'チャット', en: 'Chat' };
    export default { nodes: [defineNode({
      type: 'team-chat', family: 'message', title: both, description: both, icon: 'M4 5h16', config: z.object({}),
      initial: {}, outcomes: [], summary: () => both, lower: () => { throw new Error('no channel'); },
    })] };`,
  );
  await expect(lookAtNodeTypes({ path })).rejects.toThrow(
    /these are loaded, but have a fault.*\n +nodes\[0\].*\n.*no channel/,
  );
});

it('names the folders of node types that the config does not list, with the lines to add', async () => {
  const path = join(folder, 'sodate.config.mjs');
  await writeFile(path, 'export default { nodes: [] };');
  await mkdir(join(folder, 'my-nodes', 'post-to-chat'), { recursive: true });
  const { ja, en } = await lookAtNodeTypes({ path });
  expect(en).toContain('not in sodate.config.ts');
  expect(ja).toContain("\n    () => import('./my-nodes/post-to-chat/definition.ts'),");
});

it('is content without any', async () => {
  expect((await lookAtNodeTypes({ path: join(folder, 'none.mjs') })).en).toBe('0');
});
