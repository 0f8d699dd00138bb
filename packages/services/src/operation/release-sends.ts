import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { releaseClaims } from '../engine/keep-mark.ts';
import { conflict } from '../errors.ts';
import { inTransaction } from '../transaction.ts';

/** A person has checked what went out since the store was restored: mails and calls go out again. @throws RequestError 'conflict' where nothing is held. */
export async function releaseSends({ context }: { context: Context }): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    if (!(await releaseClaims({ context: inner }))) throw notHeld();
    await writeAudit({ context: inner, line: { action: 'sends-released', subject: 'mark', subjectId: '1' } });
  });
}

function notHeld() {
  return conflict({ ja: '送信は止まっていません。', en: 'Sending is not on hold.' });
}
