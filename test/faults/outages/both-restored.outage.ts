import { enrollment } from '@sodate/database/schema/enrollment';
import { releaseClaims } from '@sodate/services/engine/keep-mark';
import { inArray, ne } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type RestoreScene, startRestoreScene } from './start-restore-scene.ts';
import { visitUntilEnded } from './visit-until-ended.ts';

const leads = 8;
const soon = { timeout: 60_000, interval: 100 };

let scene: RestoreScene;

beforeAll(async () => {
  scene = await startRestoreScene();
});

afterAll(() => scene?.close());

it.each([
  { older: 'the database', order: ['copyDatabase', 'copyTemporal'] },
  { older: 'Temporal', order: ['copyTemporal', 'copyDatabase'] },
] as const)('sends nothing twice once both are older copies, and $older the older one', async ({ order }) => {
  const { host, startWorker, stopWorker, visit, countOf, restAt, readMark } = scene;
  const known = (await host.readReceived()).length;
  const rows = await host.letIn(leads);
  const patient = await scene.letInPatiently(leads);
  startWorker();
  await restAt({ rows: patient, op: 'once' });
  await vi.waitFor(async () => expect((await host.readReceived()).length).toBeGreaterThan(known), soon);
  await stopWorker();
  const [first, second] = order;
  const older = await scene[first]();
  startWorker();
  await scene.marksGoOn();
  await stopWorker();
  const newer = await scene[second]();

  startWorker();
  await visitUntilEnded({ host, rows });
  await visit(patient);
  await restAt({ rows: patient, op: 'twice' });
  await scene.marksGoOn();
  await stopWorker();
  for (const copy of [older, newer]) await copy.restore();
  for (const copy of [older, newer]) await copy.remove();

  const received = await host.readReceived();
  expect(await countOf(rows, ne(enrollment.state, 'ended'))).toBeGreaterThan(0);
  startWorker();
  await vi.waitFor(async () => expect((await readMark()).claimsBarredAt).not.toBeNull(), soon);
  await scene.visitTwice(patient);
  const underWay = () => countOf(rows, inArray(enrollment.state, ['moving', 'resting']));
  await vi.waitFor(async () => expect(await underWay()).toBe(0), soon);
  expect(await host.readReceived()).toHaveLength(received.length);

  await releaseClaims({ context: host.context });
  await visitUntilEnded({ host, rows });
  expect(new Set(await host.readReceived())).toEqual(new Set(received));
  expect(await scene.ledgerFaults()).toEqual([]);
  await stopWorker();
});
