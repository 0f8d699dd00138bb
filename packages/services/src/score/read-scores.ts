import type { LeadId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readScoreRules } from './read-score-rules.ts';
import { countsOfLead, scoreSql } from './score-sql.ts';

/** The scores of the few leads that are shown, from the event log: what `readScore` tells of each of them. */
export async function readScores({
  context,
  leads,
}: {
  context: Context;
  leads: readonly LeadId[];
}): Promise<ReadonlyMap<LeadId, number>> {
  if (leads.length === 0) return new Map();
  const score = scoreSql({ rules: await readScoreRules({ context }), now: context.clock.now() });
  const rows = await context.database.execute<{ id: LeadId; score: number }>(sql`
    select l.id, ${score.total} as score
    from jsonb_array_elements_text(${JSON.stringify(leads)}::text::jsonb) asked
    join lead l on l.id = asked::uuid
    left join company c on c.id = l.company_id cross join lateral ${countsOfLead(score)} n`);
  return new Map(rows.map((row) => [row.id, row.score]));
}
