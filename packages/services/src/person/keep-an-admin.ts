import { user } from '@sodate/database/schema/user';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';

/**
 * To be called in a change's transaction, after it: two admins who demote each other at once meet at the lock.
 * @throws RequestError where no active admin is left.
 */
export async function keepAnAdmin({ context }: { context: Context }): Promise<void> {
  const admins = await context.database
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.role, 'admin'), eq(user.banned, false)))
    .for('update');
  if (admins.length > 0) return;
  throw conflict({
    ja: '管理者がいなくなってしまいます。先にほかの人を管理者にしてください。',
    en: 'No administrator would be left. Make somebody else an administrator first.',
  });
}
