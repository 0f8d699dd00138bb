import { loopRun } from '@sodate/database/schema/operation';
import type { Instant } from '@sodate/journey/time/instant';
import type { Context } from '../context.ts';
import { readClock } from '../engine/clock.ts';
import { type LoopName, loopPeriods } from './loop-periods.ts';

export interface LoopState {
  readonly name: LoopName;
  /** late: it should have taken a turn since; never: no worker has, yet. */
  readonly state: 'well' | 'late' | 'failing' | 'never';
  readonly everyMs: number;
  readonly wellAt: Instant | null;
  readonly tookMs: number;
  readonly did: number;
  readonly didAt: Instant | null;
  readonly total: number;
  readonly failingSince: Instant | null;
  readonly failure: string | null;
}

/** A turn may wait for another worker, and reports are bundled: so much is no reason to worry. */
const graceMs = 45_000;

/** How each loop of the workers stands, whichever worker runs it. */
export async function readLoops({ context }: { context: Context }): Promise<readonly LoopState[]> {
  const now = await readClock({ context });
  const rows = new Map((await context.database.select().from(loopRun)).map((row) => [row.name, row]));
  return Object.entries(loopPeriods(context.timings)).map(([name, everyMs]) => {
    const row = rows.get(name);
    const late = row?.wellAt == null || row.wellAt + everyMs * 2 + graceMs < now;
    const known = {
      name: name as LoopName,
      everyMs,
      wellAt: row?.wellAt ?? null,
      tookMs: row?.tookMs ?? 0,
      did: row?.did ?? 0,
      didAt: row?.didAt ?? null,
      total: row?.total ?? 0,
      failingSince: row?.failingSince ?? null,
      failure: row?.failure ?? null,
    };
    if (row === undefined) return { ...known, state: 'never' };
    if (row.failingSince !== null) return { ...known, state: 'failing' };
    return { ...known, state: late ? 'late' : 'well' };
  });
}
