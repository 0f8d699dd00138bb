import { leadImportRow } from '@sodate/database/schema/lead-import';
import type { Text } from '@sodate/journey/text';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { Page } from '../page.ts';
import { readCursorWhole } from '../page-cursor.ts';
import type { listImportProblemsInput } from './import-input.ts';

export interface ProblemRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly problems: readonly Text[];
}

/** The rows that are not taken in, with what is wrong and how to mend it, in the order of the file. */
export async function listImportProblems({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listImportProblemsInput>;
}): Promise<Page<ProblemRow>> {
  const rows = await context.database
    .select({ number: leadImportRow.number, cells: leadImportRow.cells, problems: leadImportRow.problems })
    .from(leadImportRow)
    .where(
      and(
        eq(leadImportRow.importId, input.import),
        inArray(leadImportRow.verdict, ['error', 'failed']),
        input.after === undefined ? undefined : gt(leadImportRow.number, readCursorWhole(input.after)),
      ),
    )
    .orderBy(asc(leadImportRow.number))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit).map(({ cells, ...row }) => ({ ...row, cells: cells ?? [] }));
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return { rows: page, ...(last === undefined ? {} : { next: String(last.number) }) };
}
