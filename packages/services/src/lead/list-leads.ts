import type { CompanyId, LeadId, UserId } from '@sodate/journey/id';
import type { Stage } from '@sodate/journey/stage';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { marketingTopic } from '../consent/marketing-topic.ts';
import type { Context } from '../context.ts';
import { lastConsentSql } from '../mail/standing-sql.ts';
import { type Page, pageInput } from '../page.ts';
import { formatCursor, parseTimeCursor, parseWholeCursor } from '../page-cursor.ts';
import { readScores } from '../score/read-scores.ts';
import { leadFilterInput, leadFilterSql } from './lead-filter.ts';
import { seesPersonalData } from './sees-personal-data.ts';

export const leadSorts = ['score', 'last-seen', 'created'] as const;

export const listLeadsInput = pageInput.extend({
  filter: leadFilterInput.default({}),
  /** Highest score, latest sign of life (a lead never seen: when it was made), newest first. */
  sort: z.enum(leadSorts).default('last-seen'),
});

export interface ListedLead {
  readonly id: LeadId;
  /** Empty for those who see no personal data. */
  readonly name: string;
  readonly nameKana: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly department: string | null;
  readonly title: string | null;
  readonly company: { readonly id: CompanyId; readonly name: string } | null;
  readonly stage: Stage;
  readonly owner: { readonly id: UserId; readonly name: string } | null;
  /** As the lead's own page tells it; the order and the filter go by the cache, which is some seconds behind. */
  readonly score: number;
  /** ISO 8601; null: never seen. */
  readonly lastSeenAt: string | null;
  readonly createdAt: string;
  readonly test: boolean;
  /** Whether it agreed to marketing mails, by its last word; null: it never said. */
  readonly consent: boolean | null;
  /** Journeys that the lead is in now. */
  readonly journeys: number;
}

interface LeadLine extends Record<string, unknown> {
  readonly id: LeadId;
  readonly name: string;
  readonly name_kana: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly department: string | null;
  readonly title: string | null;
  readonly company_id: CompanyId | null;
  readonly company: string | null;
  readonly stage: Stage;
  readonly owner_id: UserId | null;
  readonly owner: string | null;
  readonly last_seen_at: string | null;
  readonly created_at: string;
  readonly test: boolean;
  readonly consent: boolean | null;
  readonly journeys: number;
  readonly sort_value: string;
}

/** Leads by filter and order, a page at a time. */
export async function listLeads({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof listLeadsInput>;
}): Promise<Page<ListedLead>> {
  const filter = await leadFilterSql({ context, filter: input.filter });
  const order = orders[input.sort];
  const after = input.after === undefined ? sql`` : sql` and ${order.after(input.after)}`;
  const rows = await context.database.execute<LeadLine>(sql`
    select page.*, c.name as company, u.name as owner,
      (select count(*)::int from enrollment x where x.lead_id = page.id and x.state <> 'ended') as journeys,
      ${lastConsentSql({ lead: sql`page`, topic: sql`${marketingTopic}::text` })} as consent
    from (
      select l.id, l.name, l.name_kana, l.phone, l.email, l.department, l.title, l.company_id, l.stage, l.owner_id, l.test,
        ${isoOf(sql`l.last_seen_at`)} as last_seen_at, ${isoOf(sql`l.created_at`)} as created_at,
        ${order.value} as sort_value, row_number() over (order by ${order.by}) as place
      from ${order.from}
      where ${filter}${after}
      order by ${order.by}
      limit ${input.limit + 1}
    ) page
    left join company c on c.id = page.company_id left join "user" u on u.id = page.owner_id
    order by page.place`);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  const personal = seesPersonalData(context.actor);
  const scores = await readScores({ context, leads: page.map(({ id }) => id) });
  return {
    rows: page.map((row) => toListedLead({ row, score: scores.get(row.id) ?? 0, personal })),
    ...(last === undefined ? {} : { next: formatCursor({ value: last.sort_value, id: last.id }) }),
  };
}

interface Order {
  readonly from: SQL;
  readonly by: SQL;
  readonly value: SQL;
  after(cursor: string): SQL;
}

const leadFirst = sql`lead l left join lead_score s on s.lead_id = l.id`;
const lastActive = sql`coalesce(l.last_seen_at, l.created_at)`;

/** Each order follows an index backwards: `lead_score_order`, `lead_last_active`, `lead_created`. */
const orders: Readonly<Record<(typeof leadSorts)[number], Order>> = {
  score: {
    from: sql`lead_score s join lead l on l.id = s.lead_id`,
    by: sql`s.score desc, s.lead_id desc`,
    value: sql`s.score::text`,
    after: (cursor) => {
      const { value, id } = parseWholeCursor(cursor);
      return sql`(s.score, s.lead_id) < (${value}::int, ${id}::uuid)`;
    },
  },
  'last-seen': {
    from: leadFirst,
    by: sql`${lastActive} desc, l.id desc`,
    value: isoOf(lastActive),
    after: (cursor) => {
      const { value, id } = parseTimeCursor(cursor);
      return sql`(${lastActive}, l.id) < (${value}::timestamptz, ${id}::uuid)`;
    },
  },
  created: {
    from: leadFirst,
    by: sql`l.created_at desc, l.id desc`,
    value: isoOf(sql`l.created_at`),
    after: (cursor) => {
      const { value, id } = parseTimeCursor(cursor);
      return sql`(l.created_at, l.id) < (${value}::timestamptz, ${id}::uuid)`;
    },
  },
};

function isoOf(time: SQL): SQL {
  return sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function toListedLead({ row, score, personal }: { row: LeadLine; score: number; personal: boolean }): ListedLead {
  return {
    id: row.id,
    name: personal ? row.name : '',
    nameKana: personal ? row.name_kana : null,
    phone: personal ? row.phone : null,
    email: personal ? row.email : null,
    department: row.department,
    title: row.title,
    company: row.company_id === null ? null : { id: row.company_id, name: row.company ?? '' },
    stage: row.stage,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner ?? '' },
    score,
    lastSeenAt: row.last_seen_at,
    createdAt: row.created_at,
    test: row.test,
    consent: row.consent,
    journeys: row.journeys,
  };
}
