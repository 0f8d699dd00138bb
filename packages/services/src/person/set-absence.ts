import { teamMember } from '@sodate/database/schema/organisation';
import { user } from '@sodate/database/schema/user';
import { and, eq, inArray } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { absenceColumns } from './absence-columns.ts';
import type { SetAbsenceInput } from './person-input.ts';
import { personUnknown } from './person-unknown.ts';

/**
 * Says for a member of a team when they take no turns: for whoever leads the team and plans its holidays.
 * @throws RequestError where nobody in a team has the id.
 */
export async function setAbsence({ context, input }: { context: Context; input: SetAbsenceInput }): Promise<void> {
  const { id, absent, absentDays } = input;
  await inTransaction({ context }, async (inner) => {
    const changes = { ...(absent === undefined ? {} : { absent }), ...absenceColumns(absentDays) };
    const changed = await inner.database
      .update(user)
      .set({ ...changes, updatedAt: new Date(context.clock.now()) })
      .where(and(eq(user.id, id), inArray(user.id, inner.database.select({ id: teamMember.userId }).from(teamMember))))
      .returning({ id: user.id });
    if (changed.length === 0) throw personUnknown();
    await writeAudit({
      context: inner,
      line: { action: 'person-changed', subject: 'person', subjectId: id, detail: changes },
    });
  });
}
