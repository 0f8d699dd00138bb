import { rightNow } from '@sodate/database/columns';
import { type LeadImportRow, leadImport, leadImportRow } from '@sodate/database/schema/lead-import';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { RequestError } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import { readOwnDefinitions } from './check-row.ts';
import { takeInRow } from './take-in-row.ts';

const rowsATime = 50;

/**
 * Takes in the next rows of the oldest import that runs: in one transaction with their verdicts, so that a turn that dies
 * is made again as if it had not begun. A row that turns out not to fit is kept with its reason, the others go on.
 * Several workers may call it. Gives how many rows it worked at: 0 where nothing is left.
 */
export async function runImport({ context }: { context: Context }): Promise<number> {
  return inTransaction({ context }, async (inner) => {
    const [running] = await inner.database
      .select()
      .from(leadImport)
      .where(eq(leadImport.state, 'running'))
      .orderBy(asc(leadImport.id))
      .limit(1)
      .for('no key update', { skipLocked: true });
    if (running === undefined) return 0;
    const rows = await inner.database
      .select()
      .from(leadImportRow)
      .where(and(eq(leadImportRow.importId, running.id), inArray(leadImportRow.verdict, ['create', 'update', 'skip'])))
      .orderBy(asc(leadImportRow.number))
      .limit(rowsATime);
    if (rows.length === 0) {
      await inner.database
        .update(leadImport)
        .set({ state: 'done', endedAt: rightNow })
        .where(eq(leadImport.id, running.id));
      return 1;
    }
    const definitions = await readOwnDefinitions({ context: inner });
    for (const row of rows) await takeInSafely({ context: inner, running, row, definitions });
    return rows.length;
  });
}

async function takeInSafely({
  context,
  running,
  row,
  definitions,
}: {
  context: Context;
  running: LeadImportRow;
  row: typeof leadImportRow.$inferSelect;
  definitions: Awaited<ReturnType<typeof readOwnDefinitions>>;
}): Promise<void> {
  const place = and(eq(leadImportRow.importId, running.id), eq(leadImportRow.number, row.number));
  try {
    const verdict = await context.database.transaction((database) =>
      takeInRow({ context: { ...context, database }, running, cells: row.cells ?? [], definitions }),
    );
    await context.database.update(leadImportRow).set({ verdict, cells: null, email: null }).where(place);
  } catch (fault) {
    if (!(fault instanceof RequestError)) throw fault;
    await context.database
      .update(leadImportRow)
      .set({ verdict: 'failed', problems: [fault.text] })
      .where(place);
  }
}
