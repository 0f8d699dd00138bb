import type { HandoffRow } from '@sodate/database/schema/handoff';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { changeHandoff, writeHandoff } from './change-handoff.ts';
import { assertMayReassign } from './handoff-access.ts';
import type { handoffInput } from './handoff-input.ts';

/**
 * Has the timer of a stuck hand-off look again at once: deadlines that have passed in the meantime are told of then.
 * @throws RequestError 'not-found', 'forbidden' (not a manager), 'conflict' where it is not stuck.
 */
export async function retryHandoff({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof handoffInput>;
}): Promise<HandoffRow> {
  assertMayReassign({ actor: context.actor });
  return changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked: { row } }) => {
    if (row.stuckAt === null) throw notStuck();
    await writeAudit({ context: inner, line: { action: 'handoff-retried', subject: 'handoff', subjectId: row.id } });
    return writeHandoff({ context: inner, row, values: {} });
  });
}

function notStuck() {
  return conflict({
    ja: 'この引き渡しは、もう止まっていません。画面を開き直して確かめてください。',
    en: 'This hand-off is no longer stuck. Open it again to see how it stands.',
  });
}
