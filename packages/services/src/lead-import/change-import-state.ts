import { rightNow } from '@sodate/database/columns';
import { leadImport } from '@sodate/database/schema/lead-import';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import type { importInput } from './import-input.ts';
import { lockImport } from './lock-import.ts';

type Changing = { context: Context; input: z.output<typeof importInput> };

/** Has the rows without problems taken in, by a worker. @throws RequestError 'not-found'; 'conflict' unless checked. */
export async function startImport({ context, input }: Changing): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const row = await lockImport({ context: inner, id: input.import, states: ['checked'] });
    await inner.database.update(leadImport).set({ state: 'running' }).where(eq(leadImport.id, row.id));
    const detail = { file: row.name, rows: row.rows, ...(row.consent === null ? {} : { consent: row.consent.source }) };
    await writeAudit({
      context: inner,
      line: { action: 'leads-imported', subject: 'lead-import', subjectId: row.id, detail },
    });
  });
}

/** Ends an import where it stands: what is in stays. @throws RequestError 'not-found'; 'conflict' where it is over. */
export async function cancelImport({ context, input }: Changing): Promise<void> {
  await inTransaction({ context }, async (inner) => {
    const row = await lockImport({ context: inner, id: input.import, states: ['sending', 'checked', 'running'] });
    await inner.database
      .update(leadImport)
      .set({ state: 'cancelled', endedAt: rightNow })
      .where(eq(leadImport.id, row.id));
    await writeAudit({
      context: inner,
      line: { action: 'lead-import-cancelled', subject: 'lead-import', subjectId: row.id },
    });
  });
}
