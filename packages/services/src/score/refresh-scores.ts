import { progress } from '@sodate/database/schema/journey';
import type { LeadId } from '@sodate/journey/id';
import type { ScoreRules } from '@sodate/journey/score/score-rule';
import { asInstant, formatInstant, type Instant } from '@sodate/journey/time/instant';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readScoreRules } from './read-score-rules.ts';
import { storeScores } from './store-scores.ts';

export const refreshMark = 'score-events';
const batchSize = 1_000;
/** Clocks of workers and database may differ by less than this. */
const clocksMs = 600_000;
/** Events are stored under their lead's lock, so one may become visible this much later than its `stored_at`. */
const overlapMs = 30_000;

/**
 * Brings the cache of scores up to date: leads with new events, leads whose window has moved on, leads scored by older
 * rules, leads never scored. Touches only rows that change. `most` bounds the work of one call; `more` tells that some
 * was left. Meant to run every few seconds, in one worker at a time.
 */
export async function refreshScores({
  context,
  most = 20_000,
}: {
  context: Context;
  most?: number;
}): Promise<{ changed: number; more: boolean }> {
  const now = context.clock.now();
  const rules = await readScoreRules({ context });
  const since = await readMark(context);
  let changed = 0;
  let looked = 0;
  for (const { source, news } of sources({ since, now, rules })) {
    let after = '00000000-0000-0000-0000-000000000000' as LeadId;
    for (;;) {
      const leads = await nextLeads({ context, source, after });
      changed += await storeScores({ context, rules, leads, now, news });
      looked += leads.length;
      after = leads.at(-1) ?? after;
      if (leads.length < batchSize) break;
      if (looked >= most) return { changed, more: true };
    }
  }
  await writeMark({ context, at: now });
  return { changed, more: false };
}

interface Source {
  /** A query of lead ids `id`, able to skip those up to a given one. */
  readonly source: SQL;
  /** Whether it holds leads of which something new was heard, so that our people are told who became hot by it. */
  readonly news: boolean;
}

/** Leads of older rules come first, so that what new rules do is not taken for news. */
function sources({ since, now, rules }: { since: Instant | undefined; now: Instant; rules: ScoreRules }): Source[] {
  const outdated = sql`select s.lead_id as id from lead_score s where s.valid_until <= ${formatInstant(now)}::timestamptz`;
  if (since === undefined) return [{ source: sql`select l.id from lead l`, news: false }];
  // A look at every score: only where rules were saved since the last one.
  const savedSince = formatInstant(asInstant(since - clocksMs));
  const olderRules = sql`select s.lead_id as id from lead_score s where s.rules <> ${rules.revision}::int
    and exists (select from score_rule_set where at > ${savedSince}::timestamptz)`;
  const from = formatInstant(asInstant(since - overlapMs));
  const withEvents = sql`select v.lead_id as id from event e join visitor v on v.id = e.visitor_id
    where e.name in (${sql.raw(scoredNames)}) and e.stored_at > ${from}::timestamptz and v.lead_id is not null`;
  const created = sql`select l.id from lead l where l.created_at > ${from}::timestamptz
    and not exists (select from lead_score s where s.lead_id = l.id)`;
  return [
    { source: olderRules, news: false },
    { source: withEvents, news: true },
    { source: created, news: true },
    { source: outdated, news: true },
  ];
}

/** Everything that may give points, or change an attribute, or bring a lead another's past. */
const scoredNames = [
  'page-viewed',
  'form-submitted',
  'visitor-identified',
  'lead-created',
  'lead-merged',
  'attribute-changed',
  'points-given',
  'mail-sent',
  'mail-opened',
  'mail-clicked',
  'mail-bounced',
  'custom',
]
  .map((name) => `'${name}'`)
  .join(', ');

async function nextLeads({
  context,
  source,
  after,
}: {
  context: Context;
  source: SQL;
  after: LeadId;
}): Promise<LeadId[]> {
  const rows = await context.database.execute<{ id: LeadId }>(sql`
    select distinct found.id from (${source}) found where found.id > ${after}::uuid order by found.id limit ${batchSize}`);
  return rows.map(({ id }) => id);
}

async function readMark({ database }: Context): Promise<Instant | undefined> {
  const [row] = await database.select().from(progress).where(eq(progress.name, refreshMark));
  return row?.at;
}

async function writeMark({ context, at }: { context: Context; at: Instant }): Promise<void> {
  await context.database
    .insert(progress)
    .values({ name: refreshMark, at })
    .onConflictDoUpdate({ target: progress.name, set: { at } });
}
