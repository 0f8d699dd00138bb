import { session, user } from '@sodate/database/schema/user';
import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { assertMayReassign } from '../handoff/handoff-access.ts';
import { inTransaction } from '../transaction.ts';
import { endDeactivationAsked } from './ask-to-deactivate.ts';
import { keepAnAdmin } from './keep-an-admin.ts';
import { assertHeir, type MovedHandoffs, moveAll } from './move-handoffs.ts';
import { endPasswordLinks } from './password-link.ts';
import type { DeactivatePersonInput } from './person-input.ts';
import { personUnknown } from './person-unknown.ts';

/**
 * Keeps somebody from signing in: sessions end at once, turns pass them by, and their open hand-offs go to whom the input
 * names; those for which nobody of a team is there stay without an owner. First they are deactivated, so that nothing
 * new reaches them while the hand-offs move.
 * @throws RequestError where nobody has the id, no admin would be left, or who is to take over cannot.
 */
export async function deactivatePerson({
  context,
  input,
}: {
  context: Context;
  input: DeactivatePersonInput;
}): Promise<MovedHandoffs> {
  assertMayReassign({ actor: context.actor });
  await assertHeir({ context, input });
  await inTransaction({ context }, async (inner) => {
    const changed = await inner.database
      .update(user)
      .set({ banned: true, updatedAt: new Date(context.clock.now()) })
      .where(eq(user.id, input.id))
      .returning({ id: user.id });
    if (changed.length === 0) throw personUnknown();
    await keepAnAdmin({ context: inner });
    await inner.database.delete(session).where(eq(session.userId, input.id));
    await endDeactivationAsked({ context: inner, person: input.id });
    await endPasswordLinks({ context: inner, person: input.id });
    await writeAudit({
      context: inner,
      line: { action: 'person-deactivated', subject: 'person', subjectId: input.id, detail: { to: input.to } },
    });
  });
  return await moveAll({ context, input: { ...input, during: null } });
}
