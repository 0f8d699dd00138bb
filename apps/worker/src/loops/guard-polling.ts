import type { Context } from '@sodate/services/context';
import { readClock } from '@sodate/services/engine/clock';
import type { EngineContext } from '@sodate/services/engine/engine-context';
import type { RunningWorkers } from '../temporal/run-workers.ts';
import { type Repeating, repeat } from './repeat.ts';

const checkMs = 2_000;
const awayMs = 10_000;

/**
 * Keeps the Temporal workers running while the database answers. Away or silent for ten seconds: polling ends, and
 * tasks stay in Temporal instead of failing here; back again: it begins anew. A Temporal that is not there yet is
 * tried again.
 */
export function guardPolling({
  context,
  start,
  onAway,
}: {
  context: EngineContext;
  start: () => Promise<RunningWorkers>;
  /** Once each time that the database went away: whatever waits for its answer is to be given up. */
  onAway: () => void;
}): Repeating {
  let workers: RunningWorkers | undefined;
  let away = false;
  let lastSeenMs = context.monotonicMs();
  const guard = repeat({
    name: 'polling',
    afterFaultMs: checkMs,
    logger: context.logger,
    work: async () => {
      const askedMs = context.monotonicMs();
      if (await answers({ context })) {
        lastSeenMs = askedMs;
        away = false;
        workers ??= await start();
      } else if (!away && askedMs - lastSeenMs > awayMs) {
        away = true;
        context.logger.warn({ silentMs: askedMs - lastSeenMs }, 'the database is away: polling ends until it is back');
        onAway();
        const stopping = workers;
        workers = undefined;
        await stopping?.stop();
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

/** A database that says nothing at all is as good as away. */
async function answers({ context }: { context: Context }): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), checkMs);
  });
  const answer = readClock({ context }).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
