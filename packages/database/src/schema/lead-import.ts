import type { Text } from '@sodate/journey/text';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bornAt, idOf, instant, newId } from '../columns.ts';

/** sending: rows come in and are checked. checked: a person has yet to start it. */
export type LeadImportState = 'sending' | 'checked' | 'running' | 'done' | 'cancelled';

/** What becomes of a lead that is there already: empty fields filled, all given fields taken, or nothing. */
export type ExistingLeads = 'fill' | 'overwrite' | 'skip';

export interface ImportedConsent {
  readonly topic: string;
  readonly wording: string;
  readonly source: string;
}

/** One file of leads that a person brings in. */
export const leadImport = pgTable('lead_import', {
  id: newId<'lead-import'>(),
  /** The file's name. */
  name: text().notNull(),
  state: text().$type<LeadImportState>().notNull().default('sending'),
  /** What each cell of a row is: "email", "company", "own.sites". */
  fields: jsonb().$type<readonly string[]>().notNull(),
  existing: text().$type<ExistingLeads>().notNull(),
  /** Stated by the person who imports: these leads have agreed, to what, and where. */
  consent: jsonb().$type<ImportedConsent>(),
  rows: integer().notNull(),
  createdBy: idOf<'user'>(),
  createdAt: bornAt(),
  endedAt: instant(),
});

/** error: as the check found. failed: could not be taken in, though the check had found nothing. */
export type ImportVerdict = 'create' | 'update' | 'skip' | 'error' | 'created' | 'updated' | 'skipped' | 'failed';

/** One row of the file. Its cells are emptied once it is taken in. */
export const leadImportRow = pgTable(
  'lead_import_row',
  {
    importId: idOf<'lead-import'>()
      .notNull()
      .references(() => leadImport.id, { onDelete: 'cascade' }),
    /** As a spreadsheet counts: the first row under the heads is 2. */
    number: integer().notNull(),
    cells: jsonb().$type<readonly string[]>(),
    /** Normalised, so that the same address further down is found. */
    email: text(),
    verdict: text().$type<ImportVerdict>().notNull(),
    problems: jsonb().$type<readonly Text[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.number] }),
    index('lead_import_row_email').on(table.importId, table.email, table.number),
    index('lead_import_row_verdict').on(table.importId, table.verdict, table.number),
    index('lead_import_row_open')
      .on(table.importId, table.number)
      .where(sql`${table.verdict} in ('create', 'update', 'skip')`),
  ],
);

export type LeadImportRow = typeof leadImport.$inferSelect;
