import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { effect } from '@sodate/database/schema/enrollment';
import { loadCustomNodes } from '@sodate/nodes/kit/load-custom-nodes';
import { loadNodeTypesWithEffects } from '@sodate/nodes/kit/load-node-types-with-effects';
import type { NodeTypes } from '@sodate/nodes/kit/node-types';
import { tryNode } from '@sodate/nodes/kit/try-node';
import { listUnclearEffects } from '@sodate/services/effect/list-unclear-effects';
import { createExternalChannel } from '@sodate/services/engine/external-channel';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase, testContext } from '../../../../test/database.ts';
import {
  enter,
  look,
  newLead,
  publishPlan,
  readPath,
  readRow,
  testEngine,
} from '../../../../test/hosts/test-engine.ts';
import { runNewNode } from './new-node.ts';

// Inside the repository, where what the files import is found; the folder is kept out of it.
const place = fileURLToPath(new URL('../../../../.sodate', import.meta.url));
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

let root: string;
let db: TestDatabase;
let chat: Server;
let nodeTypes: NodeTypes;
const heard: string[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
  await mkdir(place, { recursive: true });
  root = await mkdtemp(join(place, 'new-node-'));
  await runNewNode({ name: 'post-to-chat', root });
  const load = () => import(pathToFileURL(join(root, 'my-nodes', 'post-to-chat', 'definition.ts')).href);
  const custom = await loadCustomNodes({ config: { nodes: [load] } });
  nodeTypes = await loadNodeTypesWithEffects({ custom });
  chat = createServer((request, answer) => {
    request.on('data', (part) => heard.push(String(part)));
    request.on('end', () => answer.end());
  });
  await new Promise<void>((resolve) => chat.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  chat?.close();
  await db?.drop();
  await rm(root, { recursive: true, force: true });
});

/** A test lead on its way through a journey of the new node, looked at until it has nothing more to do. */
async function carryLead({ types }: { types: NodeTypes }) {
  const { database } = db.pool;
  const url = `http://127.0.0.1:${(chat.address() as AddressInfo).port}`;
  const definition = { type: 'post-to-chat', config: { url, text: 'ホットなリードです' } };
  const custom = await loadCustomNodes({
    config: { nodes: [() => import(pathToFileURL(join(root, 'my-nodes', 'post-to-chat', 'definition.ts')).href)] },
  });
  const { plan } = tryNode({ ...definition, definitions: custom.definitions }).compile(['done']);
  const context = testEngine({
    database,
    nodeTypes: types,
    channelOf: (name) => createExternalChannel({ name, allowPrivate: true }),
  });
  const { version } = await publishPlan({ context, plan });
  const lead = await newLead({ database, name: '坂井 真理子', test: true });
  const { id } = await enter({ context, lead, version, plan });
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await look({ context, enrollment: id });
    await database.update(effect).set({ nextTryAt: null }).where(eq(effect.enrollmentId, id));
  }
  return { row: await readRow({ database, enrollment: id }), path: await readPath({ database, enrollment: id }) };
}

it('makes a node type whose own tests pass', async () => {
  await writeFile(join(root, 'vite.config.ts'), 'export default {};\n');
  const { stdout } = await promisify(execFile)(process.execPath, [vitest, 'run', '--root', root], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  expect(stdout).toMatch(/Tests +4 passed/);
});

it('makes a node that carries a lead on once the chat has its message', async () => {
  const { row, path } = await carryLead({ types: nodeTypes });
  expect(path.at(-1)).toBe('done→n_done');
  expect(row.state).toBe('ended');
  expect(heard.map((body) => JSON.parse(body).lead.name)).toEqual(['坂井 真理子']);
});

it('takes an effect that throws for one that may have sent, and asks a person about it, with what it threw', async () => {
  const send = () => Promise.reject(new Error('a slip in the effect'));
  const { row } = await carryLead({
    types: { ...nodeTypes, effects: new Map([['post-to-chat', { kind: 'external', send }]]) },
  });
  expect(row.state).toBe('ended');
  const context = testContext({ database: db.pool.database });
  const unclear = await listUnclearEffects({ context, input: { limit: 10 } });
  expect(unclear.rows).toMatchObject([{ kind: 'unclear', enrollment: row.id, error: { en: 'a slip in the effect' } }]);
});
