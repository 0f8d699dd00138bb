import { company, lead } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import { asInstant, type Instant } from '@sodate/journey/time/instant';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { ofRealLeads } from '../lead/of-real-leads.ts';
import { isMadeUp } from './made-up-leads.ts';

interface Candidate {
  readonly lead: LeadId;
  readonly lastAt: Instant;
  /** How much they read within two weeks before their last act. */
  readonly acts: number;
}

const mostLooked = 2_000;
const day = 24 * 60 * 60_000;

/**
 * A made-up lead for each of these moments, the liveliest of those who did something shortly before it and nothing
 * since: what is added to their history then comes last. Where there are too few leads, later moments get none.
 */
export async function chooseLeads({
  context,
  moments,
}: {
  context: Context;
  moments: readonly Instant[];
}): Promise<ReadonlyMap<Instant, LeadId>> {
  const candidates = new Set(await readCandidates({ context }));
  const chosen = new Map<Instant, LeadId>();
  for (const at of moments) {
    const best = [3, 10, 100].flatMap((days) => liveliest({ candidates, from: at - days * day, to: at }))[0];
    if (best === undefined) continue;
    candidates.delete(best);
    chosen.set(at, best.lead);
  }
  return chosen;
}

function liveliest({ candidates, from, to }: { candidates: ReadonlySet<Candidate>; from: number; to: number }) {
  const near = [...candidates].filter(({ lastAt }) => lastAt > from && lastAt < to);
  return near.toSorted((one, other) => other.acts - one.acts).slice(0, 1);
}

/** Those whom nobody has given to sales yet, of the leads made last. */
async function readCandidates({ context: { database } }: { context: Context }): Promise<readonly Candidate[]> {
  const made = database
    .select({ id: lead.id })
    .from(lead)
    .innerJoin(company, eq(company.id, lead.companyId))
    .where(and(isMadeUp(), eq(lead.stage, 'lead'), ofRealLeads(lead)))
    .orderBy(desc(lead.id))
    .limit(mostLooked);
  const rows = await database.execute<{ lead: LeadId; last_at: number; acts: number }>(sql`
    with told as (
      select v.lead_id, e.stored_at, e.name, max(e.stored_at) over (partition by v.lead_id) as last_at
      from visitor v join event e on e.visitor_id = v.id where ${inArray(sql`v.lead_id`, made)}
    )
    select lead_id as lead, (extract(epoch from last_at) * 1000)::float as last_at, (count(*) filter (where stored_at > last_at - interval '14 days'
      and name in ('page-viewed', 'form-submitted', 'mail-clicked')))::int as acts
    from told group by lead_id, last_at order by acts desc, lead_id`);
  return rows.map((row) => ({ lead: row.lead, lastAt: asInstant(row.last_at), acts: row.acts }));
}
