import type { EnrollmentRow } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import type { HandoffId } from '@sodate/journey/id';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { maySee } from '../handoff/handoff-access.ts';

export interface PassageHandoff {
  readonly id: HandoffId;
  readonly owner: string | null;
  /** Whether whoever asks may open it. */
  readonly mayOpen: boolean;
}

/** The hand-off whose answer a passage waits for where it stands; null where it waits for none. */
export async function findHandoffAt({
  context,
  row,
}: {
  context: Context;
  row: EnrollmentRow;
}): Promise<PassageHandoff | null> {
  if (row.state === 'ended') return null;
  const [found] = await context.database
    .select({ row: handoff, owner: user.name })
    .from(handoff)
    .leftJoin(user, eq(user.id, handoff.ownerId))
    .where(and(eq(handoff.enrollmentId, row.id), eq(handoff.node, row.node), eq(handoff.visit, row.visit)));
  if (found === undefined) return null;
  const { actor } = context;
  const isViewer = actor.kind === 'user' && actor.role === 'viewer';
  return { id: found.row.id, owner: found.owner, mayOpen: !isViewer && maySee({ actor, row: found.row }) };
}
