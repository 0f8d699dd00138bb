import type { JourneyId } from '@sodate/journey/id';
import { inTransaction } from '@sodate/services/transaction';
import { sql } from 'drizzle-orm';
import type { BenchHost } from './start-bench-host.ts';

const rowsATime = 500;

/**
 * The least that moving every deadline of a journey takes: 500 leads locked in order, one UPDATE, and again. The rows end
 * where they began but for `rest`. Gives the seconds it took.
 */
export async function moveBare({
  host: { context },
  journey,
}: {
  host: Pick<BenchHost, 'context'>;
  journey: JourneyId;
}): Promise<number> {
  const startedMs = performance.now();
  for (;;) {
    const moved = await inTransaction({ context }, async ({ database }) => {
      const rows = await database.execute<{ id: string; lead: string }>(sql`
        select id, lead_id as lead from enrollment where journey_id = ${journey}::uuid and state <> 'ended' and rest = 0
        order by id limit ${rowsATime}`);
      const ids = JSON.stringify(rows.map(({ id }) => id));
      const leads = JSON.stringify(rows.map(({ lead }) => lead));
      await database.execute(sql`
        select id from lead where id in (select x::uuid from jsonb_array_elements_text(${leads}::text::jsonb) x)
        order by id for no key update`);
      await database.execute(sql`
        update enrollment set until = until + interval '1 day', look_at = look_at + interval '1 day', rest = rest + 1
        where id in (select x::uuid from jsonb_array_elements_text(${ids}::text::jsonb) x)`);
      return rows.length;
    });
    if (moved === 0) return (performance.now() - startedMs) / 1_000;
  }
}
