import type { HandoffRow } from '@sodate/database/schema/handoff';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { storeEvents } from '../event/store-events.ts';
import { originOf } from './carry-on-handoff.ts';
import { changeHandoff, writeEntry, writeHandoff } from './change-handoff.ts';
import { assertNotClosed } from './find-answer.ts';
import { assertMayAnswer } from './handoff-access.ts';
import type { rejectHandoffInput } from './handoff-input.ts';
import { contactBefore, noContact } from './next-contact.ts';

/**
 * Gives a hand-off back to marketing with a reason; before or after it was accepted. The lead keeps its stage; the
 * journey goes on by *rejected*. @throws RequestError 'not-found', 'forbidden' (another's), 'conflict' (closed).
 */
export async function rejectHandoff({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof rejectHandoffInput>;
}): Promise<HandoffRow> {
  const { reason, note } = input;
  return changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked }) => {
    const { row, now } = locked;
    assertMayAnswer({ actor: inner.actor, row });
    await assertNotClosed({ context: inner, row });
    await writeEntry({
      context: inner,
      row,
      kind: 'rejected',
      detail: { reason, from: row.state, ...contactBefore(row), ...(note === '' ? {} : { note }) },
    });
    const values = { state: 'rejected', closeReason: reason, closedAt: now, until: null, ...noContact } as const;
    const rejected = await writeHandoff({
      context: inner,
      row,
      values: { ...values, ...(note === '' ? {} : { outcomeNote: note }) },
    });
    await storeEvents({
      context: inner,
      events: [{ lead: row.leadId, name: 'handoff-rejected', handoff: row.id, outcome: reason, ...originOf(row) }],
    });
    return rejected;
  });
}
