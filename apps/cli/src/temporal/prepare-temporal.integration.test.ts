import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTemporal, type TestTemporal } from '../../../../test/start-temporal.ts';
import { prepareTemporal } from './prepare-temporal.ts';

let temporal: TestTemporal;
beforeAll(async () => {
  temporal = await startTemporal();
});
afterAll(() => temporal.stop());

it('keeps workflows and the search attribute through a kill', async () => {
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection });
  const workflowId = 'sleeper';
  await client.workflow.start('nobody', {
    workflowId,
    taskQueue: 'none',
    searchAttributes: { SodateJourney: ['spring'] },
  });

  await temporal.kill();
  await temporal.restart();

  const { status } = await client.workflow.getHandle(workflowId).describe();
  expect(status.name).toBe('RUNNING');
  await connection.close();
});

it('may be prepared again', async () => {
  await expect(
    prepareTemporal({ address: temporal.address, namespace: 'default', withinMs: 5_000 }),
  ).resolves.toBeUndefined();
});

it('names a namespace that is not there', async () => {
  const attempt = prepareTemporal({ address: temporal.address, namespace: 'missing', withinMs: 300 });

  await expect(attempt).rejects.toThrow('Temporal has the namespace "missing"');
});
