import {
  type ImportVerdict,
  type LeadImportState,
  leadImport,
  leadImportRow,
} from '@sodate/database/schema/lead-import';
import { count, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { countConsents, type ImportedConsents } from './count-consents.ts';
import { type importInput, importMissing } from './import-input.ts';

export interface ImportProgress {
  readonly id: string;
  readonly name: string;
  readonly state: LeadImportState;
  readonly fields: readonly string[];
  readonly rows: number;
  /** How many rows stand under each verdict. */
  readonly verdicts: Readonly<Partial<Record<ImportVerdict, number>>>;
  /** Before it is started, where a column tells of consent. */
  readonly consents: ImportedConsents | null;
}

/** How far an import is, and what the check has found. @throws RequestError 'not-found'. */
export async function getImport({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof importInput>;
}): Promise<ImportProgress> {
  const [row] = await context.database.select().from(leadImport).where(eq(leadImport.id, input.import));
  if (row === undefined) throw importMissing();
  const counts = await context.database
    .select({ verdict: leadImportRow.verdict, count: count() })
    .from(leadImportRow)
    .where(eq(leadImportRow.importId, row.id))
    .groupBy(leadImportRow.verdict);
  const verdicts = Object.fromEntries(counts.map((one) => [one.verdict, one.count]));
  const consents = await countConsents({ context, row });
  return { id: row.id, name: row.name, state: row.state, fields: row.fields, rows: row.rows, verdicts, consents };
}

const most = 20;

/** The latest imports, for going on with one. */
export async function listImports({ context }: { context: Context }) {
  return await context.database
    .select({
      id: leadImport.id,
      name: leadImport.name,
      state: leadImport.state,
      rows: leadImport.rows,
      createdAt: leadImport.createdAt,
    })
    .from(leadImport)
    .orderBy(desc(leadImport.id))
    .limit(most);
}
