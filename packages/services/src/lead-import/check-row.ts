import { attributeDefinition } from '@sodate/database/schema/lead';
import type { Json } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import { eq } from 'drizzle-orm';
import { checkOwnValue } from '../attribute/check-own-fields.ts';
import type { Context } from '../context.ts';
import { RequestError } from '../errors.ts';
import { normaliseLeadFields } from '../lead/lead-fields.ts';
import { readAgreement, readYesOrNo } from './read-yes-or-no.ts';

type Definition = typeof attributeDefinition.$inferSelect;

/** A row as it would be taken in, and what is wrong with it: every fault, not the first alone. */
export interface CheckedRow {
  /** Built-in fields that the row fills, normalised. */
  readonly fields: Readonly<Record<string, string>>;
  readonly own: Readonly<Record<string, string | number | boolean>>;
  readonly company: string | null;
  /** Whether this person agreed to marketing mails; null: the row says nothing of it. */
  readonly agrees: boolean | null;
  readonly problems: readonly Text[];
}

export async function readOwnDefinitions({ context }: { context: Context }): Promise<ReadonlyMap<string, Definition>> {
  const rows = await context.database.select().from(attributeDefinition).where(eq(attributeDefinition.of, 'lead'));
  return new Map(rows.map((row) => [row.name, row]));
}

/** Reads one row of a file by what its columns are. Empty cells say nothing: they clear no field. */
export function checkRow({
  columns,
  cells,
  definitions,
}: {
  columns: readonly string[];
  cells: readonly string[];
  definitions: ReadonlyMap<string, Definition>;
}): CheckedRow {
  const fields: Record<string, string> = {};
  const own: Record<string, string | number | boolean> = {};
  const problems: Text[] = [];
  let company: string | null = null;
  let agrees: boolean | null = null;
  columns.forEach((column, index) => {
    const cell = (cells[index] ?? '').trim();
    if (cell === '') return;
    try {
      if (column === 'company') company = checkLength({ cell, most: 200 });
      else if (column === 'consent') agrees = readConsent(cell);
      else if (column.startsWith('own.')) own[column.slice(4)] = readOwn({ name: column.slice(4), cell, definitions });
      else fields[column] = readField({ column, cell });
    } catch (fault) {
      if (!(fault instanceof RequestError)) throw fault;
      problems.push(fault.text);
    }
  });
  if (problems.length === 0 && fields.name === undefined && fields.email === undefined) problems.push(nobody);
  return { fields, own, company, agrees, problems };
}

function readField({ column, cell }: { column: string; cell: string }): string {
  if (column === 'language') return readLanguage(cell);
  checkLength({ cell, most: column === 'name' ? 200 : 300 });
  return String(normaliseLeadFields({ [column]: cell })[column]);
}

function readConsent(cell: string): boolean {
  const agrees = readAgreement(cell);
  if (agrees !== undefined) return agrees;
  throw refusal({
    ja: `同意の列の「${cell.slice(0, 20)}」が読めません。「はい」か「いいえ」にするか、空にしてください。`,
    en: `The consent column says “${cell.slice(0, 20)}”. Write “yes” or “no”, or leave it empty.`,
  });
}

function readLanguage(cell: string): string {
  const word = cell.normalize('NFKC').toLowerCase();
  if (['ja', 'jp', 'japanese', '日本語'].includes(word)) return 'ja';
  if (['en', 'english', '英語'].includes(word)) return 'en';
  throw refusal({ ja: '言語は「ja」か「en」にしてください。', en: 'Write the language as “ja” or “en”.' });
}

function readOwn({
  name,
  cell,
  definitions,
}: {
  name: string;
  cell: string;
  definitions: ReadonlyMap<string, Definition>;
}): string | number | boolean {
  const definition = definitions.get(name);
  if (definition === undefined)
    throw refusal({ ja: `項目「${name}」はありません。`, en: `There is no field “${name}”.` });
  const value = checkOwnValue({ definition, value: typed({ definition, cell }) });
  if (value === null || typeof value === 'object') throw new Error(`own field ${name} has no plain value`);
  return value;
}

/** A spreadsheet writes yes and no, and dates with slashes. */
function typed({ definition, cell }: { definition: Definition; cell: string }): Json {
  const bare = cell.normalize('NFKC').trim();
  if (definition.kind === 'boolean') return readYesOrNo(bare) ?? bare;
  if (definition.kind !== 'date') return bare;
  const parts = /^(\d{4})[/.年-](\d{1,2})[/.月-](\d{1,2})日?$/.exec(bare);
  return parts === null ? bare : `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`;
}

function checkLength({ cell, most }: { cell: string; most: number }): string {
  if (cell.length <= most) return cell;
  throw refusal({
    ja: `「${cell.slice(0, 20)}…」は長すぎます。${most}文字までにしてください。`,
    en: `“${cell.slice(0, 20)}…” is too long. Keep it to ${most} characters.`,
  });
}

function refusal(text: Text): RequestError {
  return new RequestError({ kind: 'invalid', text });
}

const nobody: Text = {
  ja: '氏名もメールアドレスもありません。どちらかを入れてください。',
  en: 'There is neither a name nor an email address. Give one of them.',
};
