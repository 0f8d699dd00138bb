import type { HandoffRow } from '@sodate/database/schema/handoff';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { changeHandoff, writeHandoff } from './change-handoff.ts';
import type { handoffInput } from './handoff-input.ts';

/**
 * Brings a test hand-off to its next deadline at once: the reminder, then the end of the SLA. Its real timer does the rest.
 * @throws RequestError 'not-found', 'conflict' where it is no test, or waits for no time any more.
 */
export async function fastForwardHandoff({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof handoffInput>;
}): Promise<HandoffRow> {
  return changeHandoff({ context, handoff: input.handoff }, async ({ context: inner, locked: { row, now } }) => {
    if (!row.test) throw notTest();
    if (row.state !== 'open' || row.until === null) throw noDeadline();
    await writeAudit({
      context: inner,
      line: { action: 'handoff-fast-forwarded', subject: 'handoff', subjectId: row.id },
    });
    const skippedMs = Math.max(0, row.until - now);
    return writeHandoff({ context: inner, row, values: { offsetMs: row.offsetMs + skippedMs } });
  });
}

function notTest() {
  return conflict({
    ja: '早送りできるのは、テスト用のリードの引き渡しだけです。',
    en: 'Only the hand-off of a test lead can be fast-forwarded.',
  });
}

function noDeadline() {
  return conflict({
    ja: '待っている期限がないので、早送りできません。',
    en: 'It waits for no deadline, so there is nothing to fast-forward to.',
  });
}
