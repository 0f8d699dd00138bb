import { rightNow } from '@sodate/database/columns';
import { channelWorker } from '@sodate/database/schema/mail';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

const aliveMs = 30_000;
const forgottenMs = 86_400_000;

/** A worker's heartbeat. Gives how many workers are alive, this one included. */
export async function reportAlive({
  context: { database },
  worker,
}: {
  context: Context;
  worker: string;
}): Promise<number> {
  await database
    .insert(channelWorker)
    .values({ worker, seenAt: rightNow })
    .onConflictDoUpdate({ target: channelWorker.worker, set: { seenAt: rightNow } });
  const ago = (spanMs: number) => sql`${rightNow} - ${spanMs} * interval '1 millisecond'`;
  await database.delete(channelWorker).where(sql`${channelWorker.seenAt} < ${ago(forgottenMs)}`);
  const [row] = await database
    .select({ alive: sql<number>`count(*)::int` })
    .from(channelWorker)
    .where(sql`${channelWorker.seenAt} > ${ago(aliveMs)}`);
  return Math.max(1, row?.alive ?? 1);
}
