import { answers } from '@sodate/database/answers';
import type { EngineContext } from '@sodate/services/engine/engine-context';
import type { RunningWorkers } from '../temporal/run-workers.ts';
import { type Repeating, repeat } from './repeat.ts';

/**
 * Keeps the Temporal workers running while the database answers. Away or silent for `databaseAwayMs`: polling ends, and
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
}): Repeating & { readonly isPolling: () => boolean } {
  const { databaseAskMs: checkMs, databaseAwayMs: awayMs } = context.timings;
  let workers: RunningWorkers | undefined;
  let away = false;
  let lastSeenMs = context.monotonicMs();
  const guard = repeat({
    name: 'polling',
    afterFaultMs: checkMs,
    logger: context.logger,
    work: async () => {
      const askedMs = context.monotonicMs();
      if (await answers({ database: context.database, withinMs: checkMs })) {
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
    isPolling: () => workers !== undefined,
    stop: async () => {
      await guard.stop();
      await workers?.stop();
    },
  };
}
