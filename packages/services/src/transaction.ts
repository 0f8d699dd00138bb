import { DrizzleQueryError } from 'drizzle-orm/errors';
import { PgTransaction } from 'drizzle-orm/pg-core';
import type { Context } from './context.ts';
import { passCommitted } from './engine/crash-point.ts';

const deadlock = '40P01';
const triesAfterDeadlock = 8;

/**
 * Runs `work` in one transaction; joins the outer one where `context` already carries it.
 * On deadlock the whole work is repeated, so it must do nothing but database work.
 */
export async function inTransaction<C extends Context, Result>(
  { context }: { context: C },
  work: (inner: C) => Promise<Result>,
): Promise<Result> {
  if (isInTransaction(context)) return work(context);
  for (let attempt = 1; ; attempt++) {
    try {
      const { result, handle } = await context.database.transaction(async (database) => ({
        result: await work(withDatabase({ context, database })),
        handle: database,
      }));
      await passCommitted(handle);
      return result;
    } catch (error) {
      if (sqlStateOf(error) !== deadlock || attempt === triesAfterDeadlock) throw error;
    }
  }
}

/** The same context on another connection: only `database` differs, so it is still a `C`. */
function withDatabase<C extends Context>({ context, database }: { context: C; database: Context['database'] }): C {
  return { ...context, database } as C;
}

export function isInTransaction(context: Context): boolean {
  return context.database instanceof PgTransaction;
}

/** PostgreSQL's five-character code of a failed statement; undefined for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
