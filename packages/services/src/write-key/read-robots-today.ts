import { robotDay } from '@sodate/database/schema/organisation';
import type { Instant } from '@sodate/journey/time/instant';
import { desc, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { todaySql } from './today-sql.ts';

export interface RobotsToday {
  readonly count: number;
  /** When the last one came, and what it called itself; null where none did. */
  readonly last: { readonly at: Instant; readonly userAgent: string } | null;
}

/** How many page views and the like were left out today since a robot sent them, with whichever key. */
export async function readRobotsToday({ context }: { context: Context }): Promise<RobotsToday> {
  const rows = await context.database
    .select({ count: robotDay.count, at: robotDay.lastAt, userAgent: robotDay.userAgent })
    .from(robotDay)
    .where(eq(robotDay.day, todaySql(context)))
    .orderBy(desc(robotDay.lastAt));
  const [last] = rows;
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    last: last === undefined ? null : { at: last.at, userAgent: last.userAgent },
  };
}
