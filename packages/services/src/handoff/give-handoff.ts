import { type HandoffRow, handoffEntry } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import type { UserId } from '@sodate/journey/id';
import { and, count, eq } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { writeEntry, writeHandoff } from './change-handoff.ts';
import { notifyPerson } from './notify-person.ts';
import { tellFormerOwner } from './tell-former-owner.ts';

/** Makes somebody the owner of a hand-off and its lead, and tells them and who had it; the deadline stays. The caller holds the locks. */
export async function giveHandoff({
  context,
  row,
  owner,
  note = '',
  move,
}: {
  context: Context;
  row: HandoffRow;
  owner: UserId;
  /** What its new owner is told with it. */
  note?: string;
  /** The move of several that it is part of. */
  move?: string;
}): Promise<HandoffRow> {
  const [before] = await context.database.select({ owner: lead.ownerId }).from(lead).where(eq(lead.id, row.leadId));
  await context.database.update(lead).set({ ownerId: owner }).where(eq(lead.id, row.leadId));
  const detail = { to: owner, ...(row.ownerId === null ? {} : { from: row.ownerId }) };
  const words = note === '' ? {} : { note };
  // How all stood, so that it can be taken back.
  const stood = { state: row.state, lead: before?.owner ?? '', ...(move === undefined ? {} : { move }) };
  const entry = await writeEntry({ context, row, kind: 'assigned', detail: { ...detail, ...words, ...stood } });
  const occasion = await countAssignments({ context, row });
  await notifyPerson({
    context,
    handoff: row,
    user: owner,
    notice: 'assigned',
    occasion,
    ...(note === '' ? {} : { entry }),
  });
  await tellFormerOwner({ context, row, to: owner });
  await writeAudit({
    context,
    line: { action: 'handoff-reassigned', subject: 'handoff', subjectId: row.id, detail },
  });
  return writeHandoff({ context, row, values: { ownerId: owner } });
}

/** It may come back to somebody who had it before, and who must hear of it again: how often it has been given so far. */
async function countAssignments({ context, row }: { context: Context; row: HandoffRow }): Promise<number> {
  const [found] = await context.database
    .select({ count: count() })
    .from(handoffEntry)
    .where(and(eq(handoffEntry.handoffId, row.id), eq(handoffEntry.kind, 'assigned')));
  return (found?.count ?? 0) + 1;
}
