import { lead } from '@sodate/database/schema/lead';
import { type LeadImportRow, leadImport, leadImportRow } from '@sodate/database/schema/lead-import';
import type { Text } from '@sodate/journey/text';
import { and, count, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { type CheckedRow, checkRow, readOwnDefinitions } from './check-row.ts';
import type { addImportRowsInput } from './import-input.ts';
import { lockImport } from './lock-import.ts';

type Sent = z.output<typeof addImportRowsInput>['rows'][number];
type Judged = Sent & { readonly checked: CheckedRow };

/**
 * Takes rows of a file and says of each what would become of it; nothing is changed yet. Rows that were sent before are
 * passed over, so that a chunk may be sent again. Once all are there the import is checked.
 * @throws RequestError 'not-found'; 'conflict' where the rows are complete already
 */
export async function addImportRows({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof addImportRowsInput>;
}): Promise<{ received: number }> {
  return inTransaction({ context }, async (inner) => {
    const row = await lockImport({ context: inner, id: input.import, states: ['sending', 'checked'] });
    const definitions = await readOwnDefinitions({ context: inner });
    const judged = input.rows.map((one): Judged => {
      const checked = checkRow({ columns: row.fields, cells: one.cells, definitions });
      return { ...one, checked };
    });
    const earlier = await findEarlier({ context: inner, row, judged });
    const known = await findKnown({ context: inner, judged });
    await inner.database
      .insert(leadImportRow)
      .values(judged.map((one) => ({ importId: row.id, ...judge({ one, row, earlier, known }) })))
      .onConflictDoNothing();
    return { received: await markComplete({ context: inner, row }) };
  });
}

function judge({
  one: { number, cells, checked },
  row,
  earlier,
  known,
}: {
  one: Judged;
  row: LeadImportRow;
  earlier: ReadonlyMap<string, number>;
  known: ReadonlySet<string>;
}) {
  const email = checked.fields.email ?? null;
  const first = email === null ? undefined : earlier.get(email);
  const problems = first === undefined || first >= number ? checked.problems : [...checked.problems, again(first)];
  const base = { number, cells, email, problems };
  if (problems.length > 0) return { ...base, verdict: 'error' as const };
  if (email === null || !known.has(email)) return { ...base, verdict: 'create' as const };
  return { ...base, verdict: row.existing === 'skip' ? ('skip' as const) : ('update' as const) };
}

/** Address → the first row of the file that has it, among those sent before and now. */
async function findEarlier({
  context,
  row,
  judged,
}: {
  context: Context;
  row: LeadImportRow;
  judged: readonly Judged[];
}): Promise<ReadonlyMap<string, number>> {
  const first = new Map<string, number>();
  const note = (email: string, number: number) => first.set(email, Math.min(number, first.get(email) ?? number));
  for (const { number, checked } of judged) if (checked.fields.email !== undefined) note(checked.fields.email, number);
  if (first.size === 0) return first;
  const stored = await context.database
    .select({ email: leadImportRow.email, number: sql<number>`min(${leadImportRow.number})::int` })
    .from(leadImportRow)
    .where(and(eq(leadImportRow.importId, row.id), inArray(leadImportRow.email, [...first.keys()])))
    .groupBy(leadImportRow.email);
  for (const { email, number } of stored) if (email !== null) note(email, number);
  return first;
}

async function findKnown({
  context,
  judged,
}: {
  context: Context;
  judged: readonly Judged[];
}): Promise<ReadonlySet<string>> {
  const emails = judged.flatMap(({ checked }) => checked.fields.email ?? []);
  if (emails.length === 0) return new Set();
  const rows = await context.database.select({ email: lead.email }).from(lead).where(inArray(lead.email, emails));
  return new Set(rows.flatMap(({ email }) => email ?? []));
}

async function markComplete({ context, row }: { context: Context; row: LeadImportRow }): Promise<number> {
  const [all] = await context.database
    .select({ received: count() })
    .from(leadImportRow)
    .where(eq(leadImportRow.importId, row.id));
  const received = all?.received ?? 0;
  if (received >= row.rows)
    await context.database.update(leadImport).set({ state: 'checked' }).where(eq(leadImport.id, row.id));
  return received;
}

function again(number: number): Text {
  return {
    ja: `${number}行目と同じメールアドレスです。どちらかの行を消すか、アドレスを直してください。`,
    en: `Row ${number} has the same email address. Delete one of the two rows, or fix the address.`,
  };
}
