import { session, user } from '@sodate/database/schema/user';
import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { keepAnAdmin } from './keep-an-admin.ts';
import type { UpdatePersonInput } from './person-input.ts';
import { personUnknown } from './person-unknown.ts';

/**
 * Changes name, role, absence, or whether the person may sign in; deactivating ends all sessions at once.
 * @throws RequestError where nobody has the id, or no admin would be left.
 */
export async function updatePerson({ context, input }: { context: Context; input: UpdatePersonInput }): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const { id, active, name, role, absent } = input;
    const changes = {
      ...(name === undefined ? {} : { name }),
      ...(role === undefined ? {} : { role }),
      ...(absent === undefined ? {} : { absent }),
      ...(active === undefined ? {} : { banned: !active }),
    };
    const changed = await inner.database
      .update(user)
      .set({ ...changes, updatedAt: new Date(context.clock.now()) })
      .where(eq(user.id, id))
      .returning({ id: user.id });
    if (changed.length === 0) throw personUnknown();
    await keepAnAdmin({ context: inner });
    if (active === false) await inner.database.delete(session).where(eq(session.userId, id));
    await writeAudit({
      context: inner,
      line: { action: 'person-changed', subject: 'person', subjectId: id, detail: changes },
    });
  });
}
