import { account, session } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { hashPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { endPasswordLinks } from './password-link.ts';

/** Sets somebody's password, in the caller's transaction: sessions end everywhere, and links by mail are good no more. */
export async function setPassword({
  context,
  person,
  password: chosen,
}: {
  context: Context;
  person: UserId;
  password: string;
}): Promise<void> {
  const { database } = context;
  const password = await hashPassword(chosen);
  const changed = await database
    .update(account)
    .set({ password, updatedAt: new Date(context.clock.now()) })
    .where(and(eq(account.userId, person), eq(account.providerId, 'credential')))
    .returning({ id: account.id });
  if (changed.length === 0) {
    await database.insert(account).values({ userId: person, accountId: person, providerId: 'credential', password });
  }
  await database.delete(session).where(eq(session.userId, person));
  await endPasswordLinks({ context, person });
}
