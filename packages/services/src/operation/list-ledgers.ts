import { journey } from '@sodate/database/schema/journey';
import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { keepAnswers } from '../keep-answers.ts';
import { type Page, pageInput } from '../page.ts';
import { type Ledger, readLedgers } from './read-ledgers.ts';

export const listLedgersInput = pageInput.extend({
  after: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
});

export interface LedgerLine extends Pick<Ledger, 'journey' | 'rows' | 'steps' | 'balanced'> {
  readonly name: string;
}

const answer = keepAnswers<'all', readonly Ledger[]>(() => 30_000);

/** The ledgers of all journeys that anybody has entered, at most half a minute old: those out of balance first. */
export async function listLedgers({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listLedgersInput>;
}): Promise<Page<LedgerLine> & { readonly total: number; readonly unbalanced: number }> {
  const ledgers = (await answer({ context, key: 'all', work: () => readLedgers({ context }) })).toSorted(
    (one, other) => Number(one.balanced) - Number(other.balanced) || other.rows.entered - one.rows.entered,
  );
  const from = Number(input.after ?? 0);
  const page = ledgers.slice(from, from + input.limit);
  const names = await readNames({ context, ids: page.map((ledger) => ledger.journey) });
  return {
    total: ledgers.length,
    unbalanced: ledgers.filter(({ balanced }) => !balanced).length,
    rows: page.map(({ journey: id, rows, steps, balanced }) => ({
      journey: id,
      name: names.get(id) ?? '',
      rows,
      steps,
      balanced,
    })),
    ...(from + input.limit < ledgers.length ? { next: String(from + input.limit) } : {}),
  };
}

async function readNames({ context, ids }: { context: Context; ids: readonly Ledger['journey'][] }) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await context.database
    .select({ id: journey.id, name: journey.name })
    .from(journey)
    .where(inArray(journey.id, [...ids]));
  return new Map<string, string>(rows.map(({ id, name }) => [id, name]));
}
