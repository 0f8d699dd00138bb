import { account, session } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { endPasswordLinks } from './password-link.ts';

/**
 * Sets somebody's password, in the caller's transaction: sessions end everywhere, and links by mail are good no more.
 * It comes as `hashPassword` made it, before the transaction: hashing is slow by design.
 */
export async function setPassword({
  context,
  person,
  passwordHash,
}: {
  context: Context;
  person: UserId;
  passwordHash: string;
}): Promise<void> {
  const { database } = context;
  const changed = await database
    .update(account)
    .set({ password: passwordHash, updatedAt: new Date(context.clock.now()) })
    .where(and(eq(account.userId, person), eq(account.providerId, 'credential')))
    .returning({ id: account.id });
  if (changed.length === 0) {
    const made = { userId: person, accountId: person, providerId: 'credential', password: passwordHash };
    await database.insert(account).values(made);
  }
  await database.delete(session).where(eq(session.userId, person));
  await endPasswordLinks({ context, person });
}
