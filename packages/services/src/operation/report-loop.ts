import { rightNow } from '@sodate/database/columns';
import { loopRun } from '@sodate/database/schema/operation';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

export type LoopReport =
  | { readonly kind: 'well'; readonly tookMs: number; readonly did: number }
  | { readonly kind: 'failed'; readonly failure: string };

/** Notes what a loop's turn came to, whichever worker took it; one statement. */
export async function reportLoop({
  context,
  name,
  worker,
  report,
}: {
  context: Context;
  name: string;
  worker: string;
  report: LoopReport;
}): Promise<void> {
  if (report.kind === 'failed') {
    const failingSince = sql`coalesce(${loopRun.failingSince}, ${rightNow})`;
    await context.database
      .insert(loopRun)
      .values({ name, worker, failingSince: rightNow, failure: report.failure })
      .onConflictDoUpdate({ target: loopRun.name, set: { worker, failingSince, failure: report.failure } });
    return;
  }
  const { tookMs, did } = report;
  const found = did > 0 ? { did, didAt: rightNow } : {};
  const well = { worker, wellAt: rightNow, tookMs: Math.round(tookMs), failingSince: null, failure: null, ...found };
  await context.database
    .insert(loopRun)
    .values({ name, total: did, ...well })
    .onConflictDoUpdate({ target: loopRun.name, set: { ...well, total: sql`${loopRun.total} + ${did}` } });
}
