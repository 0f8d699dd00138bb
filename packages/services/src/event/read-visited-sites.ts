import type { Instant } from '@sodate/journey/time/instant';
import { asInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

export interface VisitedSite {
  /** "www.aoba.example", with the port where there is one. */
  readonly host: string;
  /** The demo site that comes with Sodate: its visits say nothing of one's own tag. */
  readonly demo: boolean;
  readonly at: Instant;
}

const newest = 1_000;

/** The sites whose visits came in latest, each with its last one; among the newest thousand page views. */
export async function readVisitedSites({ context }: { context: Context }): Promise<readonly VisitedSite[]> {
  const ours = hostsOfDemo(context.publicUrl);
  const rows = await context.database.execute<{ host: string; demo: boolean; at: number }>(sql`
    select split_part(t.key, '/', 1) as host,
      split_part(t.key, '/', 1) in ${ours} and split_part(t.key, '/', 2) = 'demo' as demo,
      extract(epoch from max(e.stored_at)) * 1000 as at
    from (
      select thing_id, stored_at from event where name = 'page-viewed' and thing_id is not null
      order by stored_at desc limit ${newest}
    ) e join thing t on t.id = e.thing_id
    group by 1, 2 order by 3 desc limit 20`);
  return rows.map(({ host, demo, at }) => ({ host, demo, at: asInstant(Math.round(Number(at))) }));
}

/** Where the demo site is read: under the public address, and by either name of this machine. */
function hostsOfDemo(publicUrl: string): readonly string[] {
  const { host, port } = new URL(publicUrl);
  const colon = port === '' ? '' : `:${port}`;
  return [host, `localhost${colon}`, `127.0.0.1${colon}`];
}
