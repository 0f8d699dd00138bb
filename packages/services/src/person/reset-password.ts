import { user } from '@sodate/database/schema/user';
import { hashPassword } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import type { ResetPasswordInput } from './person-input.ts';
import { personUnknown } from './person-unknown.ts';
import { setPassword } from './set-password.ts';

/** Sets a new password for somebody and signs them out everywhere. @throws RequestError where nobody has the id. */
export async function resetPassword({
  context,
  input,
}: {
  context: Context;
  input: ResetPasswordInput;
}): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  await inTransaction({ context }, async (inner) => {
    const [person] = await inner.database.select({ id: user.id }).from(user).where(eq(user.id, input.id));
    if (person === undefined) throw personUnknown();
    await setPassword({ context: inner, person: person.id, passwordHash });
    await writeAudit({
      context: inner,
      line: { action: 'password-reset', subject: 'person', subjectId: input.id },
    });
  });
}
