import { account, session } from '@sodate/database/schema/user';
import { hashPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import type { ResetPasswordInput } from './person-input.ts';
import { personUnknown } from './person-unknown.ts';

/** Sets a new password for somebody and signs them out everywhere. @throws RequestError where nobody has the id. */
export async function resetPassword({
  context,
  input,
}: {
  context: Context;
  input: ResetPasswordInput;
}): Promise<void> {
  const password = await hashPassword(input.password);
  await inTransaction({ context }, async (inner) => {
    const changed = await inner.database
      .update(account)
      .set({ password, updatedAt: new Date(context.clock.now()) })
      .where(and(eq(account.userId, input.id), eq(account.providerId, 'credential')))
      .returning({ id: account.id });
    if (changed.length === 0) throw personUnknown();
    await inner.database.delete(session).where(eq(session.userId, input.id));
    await writeAudit({
      context: inner,
      line: { action: 'password-reset', subject: 'person', subjectId: input.id },
    });
  });
}
