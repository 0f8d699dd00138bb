import { stages } from '@sodate/journey/stage';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { marketingTopic } from '../consent/marketing-topic.ts';
import type { Context } from '../context.ts';
import { lastConsentSql } from '../mail/standing-sql.ts';
import { months, readMonths } from '../organisation/read-months.ts';
import { leadSearchSql } from './lead-search-sql.ts';
import { stageMovesSql } from './stage-moves-sql.ts';

export const leadConsents = ['given', 'withdrawn', 'none'] as const;

/** Leads that can be picked one by one. */
export const mostPicked = 1_000;

export const leadFilterInput = z.object({
  /** These alone. */
  ids: z.array(z.uuid()).min(1).max(mostPicked).optional(),
  /** Words, each a part of a name, its reading, a mail address, a phone number or a company's name. */
  search: z.string().trim().max(100).optional(),
  stages: z.array(z.enum(stages)).max(stages.length).optional(),
  /** A person's id, or leads that nobody owns. */
  owner: z.union([z.uuid(), z.literal('none')]).optional(),
  scoreAtLeast: z.number().int().min(-100_000).max(100_000).optional(),
  scoreBelow: z.number().int().min(-100_000).max(100_000).optional(),
  company: z.uuid().optional(),
  /** What they said last of marketing mails: agreed, want none, or never said. */
  consent: z.enum(leadConsents).optional(),
  /** In this journey now. */
  journey: z.uuid().optional(),
  /** Came into this stage (`lead`: was made) this month, or last month up to the same day, as Home counts them. */
  reached: z.object({ stage: z.enum(stages), month: z.enum(months) }).optional(),
});

/** What a lead last said of marketing mails. */
export type LeadConsent = (typeof leadConsents)[number];

export type LeadFilter = z.output<typeof leadFilterInput>;

/** The filter as SQL over rows `l` of `lead` and `s` of `lead_score`. Erased and merged leads are never listed. */
export async function leadFilterSql({ context, filter }: { context: Context; filter: LeadFilter }): Promise<SQL> {
  const parts = [sql`l.merged_into is null and l.deleted_at is null and l.erased_at is null`];
  if (filter.ids !== undefined) parts.push(oneOf({ column: sql`l.id`, values: filter.ids, cast: 'uuid' }));
  if (filter.search) parts.push(await leadSearchSql({ context, search: filter.search }));
  if (filter.stages !== undefined && filter.stages.length > 0)
    parts.push(oneOf({ column: sql`l.stage`, values: filter.stages }));
  if (filter.owner === 'none') parts.push(sql`l.owner_id is null`);
  else if (filter.owner !== undefined) parts.push(sql`l.owner_id = ${filter.owner}::uuid`);
  if (filter.scoreAtLeast !== undefined) parts.push(sql`coalesce(s.score, 0) >= ${filter.scoreAtLeast}::int`);
  if (filter.scoreBelow !== undefined) parts.push(sql`coalesce(s.score, 0) < ${filter.scoreBelow}::int`);
  if (filter.company !== undefined) parts.push(sql`l.company_id = ${filter.company}::uuid`);
  if (filter.consent !== undefined) parts.push(consentSql(filter.consent));
  if (filter.journey !== undefined) {
    parts.push(sql`l.id in (select x.lead_id from enrollment x
      where x.journey_id = ${filter.journey}::uuid and x.state <> 'ended')`);
  }
  if (filter.reached !== undefined) parts.push(await reachedSql({ context, reached: filter.reached }));
  return sql.join(parts, sql` and `);
}

/** By `consent_topic` those few who said it are found without a walk through all; whether it is their last word, by `consent_lead`. */
function consentSql(consent: LeadConsent): SQL {
  if (consent === 'none') {
    return sql`not exists (select from consent c where c.lead_id = l.id and c.topic = ${marketingTopic})`;
  }
  const given = consent === 'given';
  return sql`l.id in (select c.lead_id from consent c where c.topic = ${marketingTopic} and c.given = ${given})
    and ${lastConsentSql({ lead: sql`l`, topic: sql`${marketingTopic}::text` })} = ${given}`;
}

async function reachedSql({
  context,
  reached: { stage, month },
}: {
  context: Context;
  reached: NonNullable<LeadFilter['reached']>;
}): Promise<SQL> {
  const span = (await readMonths({ context, now: context.clock.now() }))[month];
  return stage === 'lead'
    ? sql`not l.test and l.created_at >= ${span.from}::timestamptz and l.created_at < ${span.to}::timestamptz`
    : sql`not l.test and l.id in (select v.lead_id from ${stageMovesSql(span)} and e.outcome = ${stage})`;
}

function oneOf({
  column,
  values,
  cast = 'text',
}: {
  column: SQL;
  values: readonly string[];
  cast?: 'text' | 'uuid';
}): SQL {
  const list = sql.join(
    values.map((value) => sql`${value}::${sql.raw(cast)}`),
    sql`, `,
  );
  return sql`${column} in (${list})`;
}
