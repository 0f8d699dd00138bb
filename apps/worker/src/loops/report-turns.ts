import type { Context } from '@sodate/services/context';
import type { LoopName } from '@sodate/services/operation/loop-periods';
import { reportLoop } from '@sodate/services/operation/report-loop';

/** What one turn of a loop came to: how many rows it did, and how long to wait before the next. */
export interface LoopTurn {
  readonly did: number;
  readonly waitMs: number;
}

/** A quick loop reports the sum of its turns this often; a fault, and the end of one, at once. */
const reportEveryMs = 5_000;

/** Wraps a loop's turn so that it tells the operations page what it did. Gives what `repeat` asks for. */
export function reportTurns({
  context,
  worker,
  name,
  work,
}: {
  context: Context;
  worker: string;
  name: LoopName;
  work: () => Promise<LoopTurn>;
}): () => Promise<number> {
  const unsaid = { did: 0, since: Number.NEGATIVE_INFINITY, failing: false };
  const report = async (one: Parameters<typeof reportLoop>[0]['report']) => {
    try {
      await reportLoop({ context, name, worker, report: one });
    } catch {
      // The loop's own turn says that the database is away; a report that is lost is made up by the next.
    }
  };
  return async () => {
    const startedMs = performance.now();
    try {
      const { did, waitMs } = await work();
      unsaid.did += did;
      const now = performance.now();
      if (unsaid.failing || now - unsaid.since >= reportEveryMs) {
        await report({ kind: 'well', tookMs: now - startedMs, did: unsaid.did });
        Object.assign(unsaid, { did: 0, since: now, failing: false });
      }
      return waitMs;
    } catch (error) {
      unsaid.failing = true;
      await report({ kind: 'failed', failure: faultWords(error) });
      throw error;
    }
  };
}

/** Never a query's parameters, which hold personal data: they stand in the message, what is wrong in its cause. */
function faultWords(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return (cause instanceof Error ? cause.message : String(cause)).slice(0, 500);
}
