import type { Database } from '@sodate/database/connect';
import type { Client } from '@temporalio/client';
import { checkLedger } from './check-ledger.ts';
import { checkPaths } from './check-paths.ts';
import { checkSends } from './check-sends.ts';
import { checkTemporal, readTemporal } from './check-temporal.ts';
import { readLedger } from './read-ledger.ts';

/**
 * Holds both stores and what arrived outside against the engine's invariants I1–I9 (I7 as far as paths show it),
 * whatever was killed before. Gives a sentence for each violation; none: all is well.
 */
export async function checkInvariants({
  database,
  client,
  received,
  called = [],
  personal,
}: {
  database: Database;
  client: Client;
  /** Message-IDs that arrived, each as often as it did. */
  received: readonly string[];
  /** Idempotency keys of calls that arrived, each as often as it did. */
  called?: readonly string[];
  /** Words that may not stand in Temporal. */
  personal: readonly string[];
}): Promise<string[]> {
  const ledger = await readLedger({ database });
  const runs = await readTemporal({ client });
  return [
    ...checkLedger(ledger),
    ...checkPaths(ledger),
    ...checkSends({ ledger, received, called }),
    ...checkTemporal({ runs, personal }),
  ];
}
