import { type HandoffRow, handoffEntry } from '@sodate/database/schema/handoff';
import { and, count, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { changeHandoff, writeEntry, writeHandoff } from './change-handoff.ts';
import { findNoteReader } from './find-note-reader.ts';
import { assertMayAnswer } from './handoff-access.ts';
import type { addNoteInput } from './handoff-input.ts';
import { notifyPerson } from './notify-person.ts';

/**
 * A note in the log of conversations, open or closed, of which the owner is told, or whoever it answers.
 * @throws RequestError 'not-found', 'forbidden' (another's).
 */
export async function addNote({ context, input }: { context: Context; input: z.output<typeof addNoteInput> }) {
  await changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked: { row } }) => {
    assertMayAnswer({ actor: inner.actor, row });
    const reader = await findNoteReader({ context: inner, row });
    const entry = await writeEntry({ context: inner, row, kind: 'note', detail: { note: input.note } });
    if (reader === undefined) return;
    const occasion = await countNotes({ context: inner, row });
    await notifyPerson({ context: inner, handoff: row, user: reader.id, notice: 'noted', entry, occasion });
    // Its timer sends the mail.
    await writeHandoff({ context: inner, row, values: {} });
  });
}

async function countNotes({ context, row }: { context: Context; row: HandoffRow }): Promise<number> {
  const [found] = await context.database
    .select({ count: count() })
    .from(handoffEntry)
    .where(and(eq(handoffEntry.handoffId, row.id), eq(handoffEntry.kind, 'note')));
  return found?.count ?? 1;
}
