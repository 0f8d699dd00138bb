import { handoff, handoffEntry } from '@sodate/database/schema/handoff';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { changeHandoff } from './change-handoff.ts';
import { assertMayAnswer } from './handoff-access.ts';
import type { sayWhyLostInput } from './handoff-input.ts';

/**
 * Says why a hand-off was lost: on the line of the log that says that it was. Nobody has to, so it comes after.
 * @throws RequestError 'not-found', 'forbidden' (another's), 'conflict' (it is not lost).
 */
export async function sayWhyLost({
  context,
  input: { handoff: id, reason, note },
}: {
  context: Context;
  input: z.output<typeof sayWhyLostInput>;
}): Promise<void> {
  await changeHandoff({ context, handoff: id }, async ({ context: { actor, database }, locked: { row } }) => {
    assertMayAnswer({ actor, row });
    if (row.state !== 'lost') throw notLost();
    const said = { ...(reason === undefined ? {} : { reason }), ...(note === undefined ? {} : { note }) };
    const last = database
      .select({ id: handoffEntry.id })
      .from(handoffEntry)
      .where(and(eq(handoffEntry.handoffId, row.id), eq(handoffEntry.kind, 'lost')))
      .orderBy(desc(handoffEntry.id))
      .limit(1);
    await database
      .update(handoffEntry)
      .set({ detail: sql`${handoffEntry.detail} || ${JSON.stringify(said)}::text::jsonb` })
      .where(eq(handoffEntry.id, last));
    await database
      .update(handoff)
      .set({
        ...(reason === undefined ? {} : { closeReason: reason }),
        ...(note === undefined ? {} : { outcomeNote: note }),
      })
      .where(eq(handoff.id, row.id));
  });
}

function notLost() {
  return conflict({
    ja: '見送りではなくなっているので、理由を残せません。',
    en: 'This hand-off is no longer lost, so no reason was saved.',
  });
}
