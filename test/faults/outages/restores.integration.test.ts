import { enrollment } from '@sodate/database/schema/enrollment';
import { releaseClaims } from '@sodate/services/engine/keep-mark';
import { eq, ne } from 'drizzle-orm';
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

it('sends nothing once the database is an older copy, and after a release loses nobody', async () => {
  const { host, startWorker, stopWorker, visit, countOf, restAt, readMark, copyDatabase } = scene;
  const rows = await host.letIn(leads);
  const patient = await scene.letInPatiently(leads);
  startWorker();
  await restAt({ rows: patient, op: 'once' });
  await vi.waitFor(async () => expect(await host.readReceived()).not.toEqual([]), soon);
  await stopWorker();
  const copy = await copyDatabase();

  startWorker();
  await visitUntilEnded({ host, rows });
  await visit(patient);
  await restAt({ rows: patient, op: 'twice' });
  await scene.marksGoOn();
  await stopWorker();
  await copy.restore();
  await copy.remove();

  const received = await host.readReceived();
  expect(new Set(received).size).toBe(received.length);
  const behind = await countOf(rows, ne(enrollment.state, 'ended'));
  expect(behind).toBeGreaterThan(0);
  startWorker();
  await vi.waitFor(async () => expect((await readMark()).claimsBarredAt).not.toBeNull(), soon);
  await scene.visitTwice(patient);
  await vi.waitFor(async () => expect(await countOf(rows, eq(enrollment.state, 'acting'))).toBe(behind), soon);
  expect(await host.readReceived()).toHaveLength(received.length);

  await releaseClaims({ context: host.context });
  await visitUntilEnded({ host, rows });
  expect(new Set(await host.readReceived())).toEqual(new Set(received));
  expect(await scene.ledgerFaults()).toEqual([]);
  await stopWorker();
}, 120_000);

it('starts everybody again whom an older copy of Temporal knows too little of, or not at all', async () => {
  const { host, startWorker, visit, countOf, restAt, readMark, copyTemporal } = scene;
  const received = (await host.readReceived()).length;
  const rows = await host.letIn(leads);
  const patient = await scene.letInPatiently(leads);
  startWorker();
  await restAt({ rows: patient, op: 'once' });
  const copy = await copyTemporal();

  await visit(patient);
  await restAt({ rows: patient, op: 'twice' });
  rows.push(...(await host.letIn(leads)));
  const later = await scene.letInPatiently(leads);
  await restAt({ rows: later, op: 'once' });
  await scene.marksGoOn();
  await copy.restore();
  await copy.remove();

  await visit(patient);
  await scene.visitTwice(later);
  await visitUntilEnded({ host, rows });
  expect(await countOf(patient, ne(enrollment.state, 'ended'))).toBe(0);
  const sent = (await host.readReceived()).slice(received);
  expect((await readMark()).claimsBarredAt).toBeNull();
  expect(new Set(sent).size).toBe(sent.length);
  expect(await scene.ledgerFaults()).toEqual([]);
}, 120_000);
