import { answers } from '@sodate/database/answers';
import type { RenewablePool } from '@sodate/database/renewable-pool';
import type { Context } from '@sodate/services/context';

/**
 * Asks the database again and again whether it is there, over a connection that nothing else can keep busy. Silent for
 * `databaseAwayMs`, the pools are renewed, and again for as long as it stays so: requests that wait are refused, and the
 * first ones after an outage find new connections. Gives how to stop.
 */
export function renewWhenSilent({
  context: { timings, logger },
  pool,
  probe,
}: {
  context: Pick<Context, 'timings' | 'logger'>;
  pool: RenewablePool;
  /** A pool of one connection. */
  probe: RenewablePool;
}): () => void {
  const { databaseAskMs, databaseAwayMs } = timings;
  let heardMs = performance.now();
  let asking = false;
  const ask = async () => {
    const askedMs = performance.now();
    if (await answers({ database: probe.database, withinMs: databaseAskMs })) {
      heardMs = askedMs;
      return;
    }
    if (askedMs - heardMs <= databaseAwayMs) return;
    logger.warn({ silentMs: askedMs - heardMs }, 'the database is away: its connections are given up for new ones');
    heardMs = askedMs;
    pool.renew();
    probe.renew();
  };
  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    void ask().finally(() => {
      asking = false;
    });
  }, databaseAskMs);
  return () => clearInterval(timer);
}
