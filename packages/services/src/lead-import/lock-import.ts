import { type LeadImportRow, type LeadImportState, leadImport } from '@sodate/database/schema/lead-import';
import type { Id } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { conflict } from '../errors.ts';
import { importMissing } from './import-input.ts';

/** An import, locked until the transaction ends. @throws RequestError 'not-found'; 'conflict' in any other state. */
export async function lockImport({
  context,
  id,
  states,
}: {
  context: Context;
  id: Id<'lead-import'>;
  states: readonly LeadImportState[];
}): Promise<LeadImportRow> {
  const [row] = await context.database.select().from(leadImport).where(eq(leadImport.id, id)).for('no key update');
  if (row === undefined) throw importMissing();
  if (!states.includes(row.state)) throw elsewhere();
  return row;
}

function elsewhere() {
  return conflict({
    ja: 'この取り込みはもう先へ進んでいます。ページを読み込み直してください。',
    en: 'This import has moved on already. Reload the page.',
  });
}
