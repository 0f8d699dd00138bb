import { type HandoffRow, handoffEntry } from '@sodate/database/schema/handoff';
import { formatInstant } from '@sodate/journey/time/instant';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { changeHandoff, writeEntry, writeHandoff } from './change-handoff.ts';
import { assertMayAnswer } from './handoff-access.ts';
import type { handoffInput } from './handoff-input.ts';
import { contactKept, isWorked } from './next-contact.ts';
import { undoForMs } from './undo-answer.ts';

/**
 * Brings back the next contact that one removed oneself a few minutes ago, though its day may be over: it stood there so.
 * @throws RequestError 'not-found', 'forbidden', 'conflict' where there is none to bring back any more.
 */
export async function restoreNextContact({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof handoffInput>;
}): Promise<HandoffRow> {
  return changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked: { row, realNow } }) => {
    assertMayAnswer({ actor: inner.actor, row });
    const dropped = await findDropped({ context: inner, row });
    const own = inner.actor.kind === 'user' && dropped?.by === inner.actor.id;
    if (dropped === undefined || !own || !isWorked(row) || realNow - dropped.at > undoForMs) throw tooLate();
    const contact = contactKept({ detail: dropped.detail, now: realNow });
    if (contact.nextContactAt === null) throw tooLate();
    await writeEntry({
      context: inner,
      row,
      kind: 'contact-set',
      detail: {
        contactAt: formatInstant(contact.nextContactAt),
        ...(contact.nextContactTimed ? { contactTimed: 'yes' } : {}),
        ...(contact.nextContactNote === null ? {} : { note: contact.nextContactNote }),
      },
    });
    return writeHandoff({ context: inner, row, values: contact });
  });
}

/** The removal of the next contact, as long as no other has been planned since. */
async function findDropped({ context, row }: { context: Context; row: HandoffRow }) {
  const [last] = await context.database
    .select({ kind: handoffEntry.kind, by: handoffEntry.userId, at: handoffEntry.at, detail: handoffEntry.detail })
    .from(handoffEntry)
    .where(and(eq(handoffEntry.handoffId, row.id), inArray(handoffEntry.kind, ['contact-set', 'contact-dropped'])))
    .orderBy(desc(handoffEntry.id))
    .limit(1);
  return last?.kind === 'contact-dropped' && row.nextContactAt === null ? last : undefined;
}

function tooLate() {
  return conflict({
    ja: '元に戻せるのは、自分が10分以内に消した予定だけです。',
    en: 'Only a next contact that you removed yourself in the last 10 minutes can be brought back.',
  });
}
