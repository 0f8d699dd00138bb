import type { LeadId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { formatInstant, type Instant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { titleOfThingSql } from '../form/title-of-thing-sql.ts';
import { findLead } from './find-lead.ts';
import type { leadInput } from './get-lead.ts';
import { sumUpInterest } from './sum-up-interest.ts';

export const interestTopics = ['features', 'price', 'cases'] as const;

export type InterestTopic = (typeof interestTopics)[number];

export interface Interests {
  /** Page views in all, and of how many different pages. */
  readonly views: number;
  readonly pages: number;
  /** Views by topic, the most viewed first; topics never viewed are left out. */
  readonly topics: readonly { readonly topic: InterestTopic; readonly views: number }[];
  readonly mostRead: readonly {
    readonly key: string;
    readonly title: string | null;
    readonly views: number;
    /** Of them, those after `since`; 0 where none was asked for. */
    readonly viewsSince: number;
  }[];
  readonly forms: readonly { readonly key: string; readonly title: string | null; readonly times: number }[];
  /** The same in a sentence or two. */
  readonly summary: Text;
}

interface ThingCount extends Record<string, unknown> {
  readonly kind: 'page' | 'form';
  readonly key: string;
  readonly title: string | null;
  readonly topic: string | null;
  readonly times: number;
  readonly since: number;
}

const mostListed = 5;

/** What a lead's visits say: which topics, which pages, which forms. */
export async function readInterests({
  context,
  input,
  since,
}: {
  context: Context;
  input: z.output<typeof leadInput>;
  since?: Instant;
}): Promise<Interests> {
  const lead = await findLead({ context, lead: input.lead });
  const counts = await countThings({ context, lead: lead.id, since });
  const pages = counts.filter(({ kind }) => kind === 'page');
  const topics = interestTopics
    .map((topic) => ({ topic, views: sumOf(pages.filter((page) => page.topic === topic)) }))
    .filter(({ views }) => views > 0)
    .toSorted((a, b) => b.views - a.views);
  const interests = {
    views: sumOf(pages),
    pages: pages.length,
    topics,
    mostRead: pages
      .slice(0, mostListed)
      .map(({ key, title, times, since: after }) => ({ key, title, views: times, viewsSince: after })),
    forms: counts
      .filter(({ kind }) => kind === 'form')
      .slice(0, mostListed)
      .map(({ key, title, times }) => ({ key, title, times })),
  };
  return { ...interests, summary: sumUpInterest(interests) };
}

async function countThings({
  context,
  lead,
  since,
}: {
  context: Context;
  lead: LeadId;
  since: Instant | undefined;
}): Promise<readonly ThingCount[]> {
  const after = since === undefined ? sql`false` : sql`e.occurred_at > ${formatInstant(since)}::timestamptz`;
  return await context.database.execute<ThingCount>(sql`
    select t.kind, t.key, ${titleOfThingSql({ context, of: sql`t` })} as title, t.topic, count(*)::int as times,
      (count(*) filter (where ${after}))::int as since
    from visitor v join event e on e.visitor_id = v.id join thing t on t.id = e.thing_id
    where v.lead_id = ${lead}::uuid and e.retracted_at is null and e.name in ('page-viewed', 'form-submitted')
    group by t.id order by times desc, max(e.id) desc`);
}

function sumOf(counts: readonly ThingCount[]): number {
  return counts.reduce((sum, { times }) => sum + times, 0);
}
