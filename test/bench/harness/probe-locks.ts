import type { LeadId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { BenchHost } from './start-bench-host.ts';

export interface LockProber {
  /** Ends the probing. Gives the longest that one update of a lead took, and how many were made. */
  stop(): Promise<{ longestMs: number; probes: number }>;
}

/**
 * Updates leads one after another, as visitors' events and people's edits would, and remembers the longest it had to
 * wait. `choose` names the next lead. Two probers at once.
 */
export function probeLocks({
  host: { context },
  choose,
}: {
  host: Pick<BenchHost, 'context'>;
  choose: () => Promise<LeadId | undefined>;
}): LockProber {
  let stopped = false;
  let longestMs = 0;
  let probes = 0;
  const probe = async () => {
    while (!stopped) {
      const lead = await choose();
      if (lead === undefined) return;
      const startedMs = performance.now();
      await context.database
        .execute(sql`update lead set updated_at = clock_timestamp() where id = ${lead}::uuid`)
        .catch(() => undefined);
      longestMs = Math.max(longestMs, performance.now() - startedMs);
      probes++;
    }
  };
  const running = Promise.all([probe(), probe()]);
  return {
    stop: async () => {
      stopped = true;
      await running;
      return { longestMs, probes };
    },
  };
}
