import { readdirSync, readFileSync } from 'node:fs';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  type ReplayResult,
  Runtime,
  Worker,
} from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';

// Recorded by `node test/record-histories.ts` on real stores.
const folder = new URL('../histories/', import.meta.url).pathname;
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length));

let code: string;

beforeAll(async () => {
  const workflowsPath = new URL('./index.ts', import.meta.url).pathname;
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => {}),
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
  });
  ({ code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') }));
}, 60_000);

async function replay({ code: replayed, name }: { code: string; name: string }): Promise<ReplayResult> {
  const history = historyFromJSON(JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')));
  const results = Worker.runReplayHistories({ workflowBundle: { code: replayed } }, [{ workflowId: name, history }]);
  for await (const result of results) return result;
  throw new Error('nothing was replayed');
}

/** The bundle with one thing in both loops done otherwise. @throws where there is nothing to change. */
function changed({ from, to }: { from: string; to: string }): string {
  const other = code.replaceAll(from, to);
  if (other === code) throw new Error(`the workflows no longer hold "${from}": change something else`);
  return other;
}

describe('passages begun by an older release', () => {
  it.each(names)('go on in the present one: %s', async (name) => {
    expect((await replay({ code, name })).error).toBeUndefined();
  });

  it('are held to the loop: looking by another activity would break every one', async () => {
    const other = changed({ from: 'await local.carryOn', to: 'await local.look' });
    for (const name of names)
      expect((await replay({ code: other, name })).error, name).toMatchObject({ name: 'DeterminismViolationError' });
  });

  it.each(['timer-and-nudge', 'nudge-before-start', 'mails-queued', 'handoff-overdue'])(
    'are held to their timers: a loop that does not rest would break %s',
    async (name) => {
      const other = changed({ from: 'rest.waitMs === undefined', to: 'true' });
      expect((await replay({ code: other, name })).error).toMatchObject({ name: 'DeterminismViolationError' });
    },
  );

  it('are held to their length: a later new history would break the long one', async () => {
    const other = changed({ from: 'historyEnough = 400', to: 'historyEnough = 500' });
    expect((await replay({ code: other, name: 'continued-as-new' })).error).toMatchObject({
      name: 'DeterminismViolationError',
    });
  });
});
