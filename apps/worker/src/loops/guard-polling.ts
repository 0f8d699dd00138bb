import type { Context } from '@sodate/services/context';
import { readClock } from '@sodate/services/engine/clock';
import type { RunningWorkers } from '../temporal/run-workers.ts';
import { type Repeating, repeat } from './repeat.ts';

const checkMs = 2_000;
const awayMs = 10_000;

/**
 * Keeps the Temporal workers running while the database answers. Away for ten seconds: polling ends, and tasks stay in
 * Temporal instead of failing here; back again: it begins anew. A Temporal that is not there yet is tried again.
 */
export function guardPolling({
  context,
  start,
}: {
  context: Context;
  start: () => Promise<RunningWorkers>;
}): Repeating {
  let workers: RunningWorkers | undefined;
  let lastSeenAt = context.clock.now();
  const guard = repeat({
    name: 'polling',
    afterFaultMs: checkMs,
    logger: context.logger,
    work: async () => {
      const now = context.clock.now();
      if (await answers({ context })) {
        lastSeenAt = now;
        workers ??= await start();
      } else if (workers && now - lastSeenAt > awayMs) {
        context.logger.warn({ silentMs: now - lastSeenAt }, 'the database is away: polling ends until it is back');
        const stopping = workers;
        workers = undefined;
        await stopping.stop();
      }
      return checkMs;
    },
  });
  return {
    stop: async () => {
      await guard.stop();
      await workers?.stop();
    },
  };
}

async function answers({ context }: { context: Context }): Promise<boolean> {
  try {
    await readClock({ context });
    return true;
  } catch {
    return false;
  }
}
