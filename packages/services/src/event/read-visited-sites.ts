import type { Instant } from '@sodate/journey/time/instant';
import { asInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

export interface VisitedSite {
  /** "www.aoba.example", with the port where there is one. */
  readonly host: string;
  readonly at: Instant;
}

const newest = 1_000;

/** The sites whose visits came in latest, each with its last one; among the newest thousand page views. */
export async function readVisitedSites({ context }: { context: Context }): Promise<readonly VisitedSite[]> {
  const rows = await context.database.execute<{ host: string; at: number }>(sql`
    select split_part(t.key, '/', 1) as host, extract(epoch from max(e.stored_at)) * 1000 as at
    from (
      select thing_id, stored_at from event where name = 'page-viewed' and thing_id is not null
      order by stored_at desc limit ${newest}
    ) e join thing t on t.id = e.thing_id
    group by 1 order by 2 desc limit 20`);
  return rows.map(({ host, at }) => ({ host, at: asInstant(Math.round(Number(at))) }));
}
