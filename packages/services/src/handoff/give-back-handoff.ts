import { type HandoffRow, handoffEntry } from '@sodate/database/schema/handoff';
import { lead } from '@sodate/database/schema/lead';
import { and, count, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { changeHandoff, writeEntry, writeHandoff } from './change-handoff.ts';
import { assertNotClosed } from './find-answer.ts';
import { findSalesManagers } from './find-sales-managers.ts';
import { assertMayGiveBack } from './handoff-access.ts';
import type { giveBackHandoffInput } from './handoff-input.ts';
import { notifyPerson } from './notify-person.ts';

/**
 * Its owner says that it is somebody else's: nobody has it then, and the sales managers are told, so that one of them
 * chooses. It stays open, its deadline runs on, and the journey hears nothing.
 * @throws RequestError 'not-found', 'forbidden' (another's), 'conflict' (accepted or closed).
 */
export async function giveBackHandoff({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof giveBackHandoffInput>;
}): Promise<HandoffRow> {
  return changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked: { row } }) => {
    assertMayGiveBack({ actor: inner.actor, row });
    await assertNotClosed({ context: inner, row });
    if (row.state !== 'open') throw alreadyAccepted();
    const freed = await freeLead({ context: inner, row });
    const detail = { ...(row.ownerId === null ? {} : { from: row.ownerId }), ...(freed ? { leadToo: 'yes' } : {}) };
    await writeEntry({
      context: inner,
      row,
      kind: 'given-back',
      detail: { ...detail, ...(input.note === '' ? {} : { note: input.note }) },
    });
    await tellGivenBack({ context: inner, row });
    await writeAudit({
      context: inner,
      line: { action: 'handoff-given-back', subject: 'handoff', subjectId: row.id, detail },
    });
    return writeHandoff({ context: inner, row, values: { ownerId: null } });
  });
}

/** Its lead is theirs no longer, unless a person has given that to somebody else meanwhile. */
async function freeLead({ context, row }: { context: Context; row: HandoffRow }): Promise<boolean> {
  if (row.ownerId === null) return false;
  const theirs = and(eq(lead.id, row.leadId), eq(lead.ownerId, row.ownerId));
  const freed = await context.database.update(lead).set({ ownerId: null }).where(theirs).returning({ id: lead.id });
  return freed.length > 0;
}

function alreadyAccepted() {
  return conflict({
    ja: 'この引き渡しは、すでに受け付けられています。受け付けを取り消すか、営業マネージャーに担当の変更を頼んでください。',
    en: 'This hand-off was accepted already. Undo that, or ask a sales manager to reassign it.',
  });
}

/** Once each time that it comes back. */
async function tellGivenBack({ context, row }: { context: Context; row: HandoffRow }): Promise<void> {
  const [found] = await context.database
    .select({ occasion: count() })
    .from(handoffEntry)
    .where(and(eq(handoffEntry.handoffId, row.id), eq(handoffEntry.kind, 'given-back')));
  for (const user of await findSalesManagers({ context, handoff: row })) {
    await notifyPerson({ context, handoff: row, user, notice: 'given-back', occasion: found?.occasion ?? 1 });
  }
}
