import type { Database } from '@sodate/database/connect';
import { journey } from '@sodate/database/schema/journey';
import type { Milliseconds } from '@sodate/journey/time/instant';
import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
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

const cachedMs: Milliseconds = 30_000;
const caches = new WeakMap<Database, { until: number; ledgers: Promise<readonly Ledger[]> }>();

/** The ledgers of all journeys that anybody has entered, at most half a minute old: those out of balance first. */
export async function listLedgers({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listLedgersInput>;
}): Promise<Page<LedgerLine> & { readonly total: number; readonly unbalanced: number }> {
  const ledgers = (await readCached({ context })).toSorted(
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

function readCached({ context }: { context: Context }): Promise<readonly Ledger[]> {
  const now = context.clock.now();
  const known = caches.get(context.database);
  if (known !== undefined && known.until > now) return known.ledgers;
  const ledgers = readLedgers({ context });
  caches.set(context.database, { until: now + cachedMs, ledgers });
  ledgers.catch(() => caches.delete(context.database));
  return ledgers;
}

async function readNames({ context, ids }: { context: Context; ids: readonly Ledger['journey'][] }) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await context.database
    .select({ id: journey.id, name: journey.name })
    .from(journey)
    .where(inArray(journey.id, [...ids]));
  return new Map<string, string>(rows.map(({ id, name }) => [id, name]));
}
