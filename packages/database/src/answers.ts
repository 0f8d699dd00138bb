import type { Milliseconds } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Database } from './connect.ts';

/** Whether the database answers a question within the time: one that says nothing at all is as good as away. */
export async function answers({
  database,
  withinMs,
}: {
  database: Database;
  withinMs: Milliseconds;
}): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs);
  });
  const answer = Promise.resolve(database.execute(sql`select 1`)).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
