import type { z } from 'zod';
import type { Context } from '../context.ts';
import { changeHandoff, writeEntry } from './change-handoff.ts';
import { assertMayAnswer } from './handoff-access.ts';
import type { addNoteInput } from './handoff-input.ts';

/** A note in the log of conversations, open or closed. @throws RequestError 'not-found', 'forbidden' (another's). */
export async function addNote({ context, input }: { context: Context; input: z.output<typeof addNoteInput> }) {
  await changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked: { row } }) => {
    assertMayAnswer({ actor: inner.actor, row });
    await writeEntry({ context: inner, row, kind: 'note', detail: { note: input.note } });
  });
}
