import { robotDay } from '@sodate/database/schema/organisation';
import { lt, sql } from 'drizzle-orm';
import { cutText } from '../as-storable.ts';
import type { Context } from '../context.ts';
import type { WriteKey } from './find-write-key.ts';
import { todaySql } from './today-sql.ts';

const daysKept = 35;

/** Counts what was left out since a robot sent it. @param robots what each of them called itself */
export async function noteRobots({
  context,
  key,
  robots,
}: {
  context: Context;
  key: Pick<WriteKey, 'id'>;
  robots: readonly string[];
}): Promise<void> {
  const last = robots.at(-1);
  if (last === undefined) return;
  const { database, clock } = context;
  const told = { userAgent: cutText(last, 300), lastAt: clock.now() };
  await database
    .insert(robotDay)
    .values({ writeKeyId: key.id, day: todaySql(context), count: robots.length, ...told })
    .onConflictDoUpdate({
      target: [robotDay.day, robotDay.writeKeyId],
      set: { count: sql`${robotDay.count} + ${robots.length}`, ...told },
    });
}

/** Deletes what lies back 35 days; rows are few. @returns how many */
export async function forgetRobots({ context }: { context: Context }): Promise<number> {
  const old = await context.database
    .delete(robotDay)
    .where(lt(robotDay.day, sql`${todaySql(context)} - ${daysKept}::int`))
    .returning({ day: robotDay.day });
  return old.length;
}
