import { user } from '@sodate/database/schema/user';
import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { absenceColumns } from './absence-columns.ts';
import { keepAnAdmin } from './keep-an-admin.ts';
import type { UpdatePersonInput } from './person-input.ts';
import { personUnknown } from './person-unknown.ts';

/**
 * Changes name, role or absence, or lets somebody who was deactivated sign in again.
 * @throws RequestError where nobody has the id, or no admin would be left.
 */
export async function updatePerson({ context, input }: { context: Context; input: UpdatePersonInput }): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const { id, active, name, role, absent, absentDays } = input;
    const changes = {
      ...(name === undefined ? {} : { name }),
      ...(role === undefined ? {} : { role }),
      ...(absent === undefined ? {} : { absent }),
      ...absenceColumns(absentDays),
      ...(active === undefined ? {} : { banned: false }),
    };
    const changed = await inner.database
      .update(user)
      .set({ ...changes, updatedAt: new Date(context.clock.now()) })
      .where(eq(user.id, id))
      .returning({ id: user.id });
    if (changed.length === 0) throw personUnknown();
    await keepAnAdmin({ context: inner });
    await writeAudit({
      context: inner,
      line: { action: 'person-changed', subject: 'person', subjectId: id, detail: changes },
    });
  });
}
