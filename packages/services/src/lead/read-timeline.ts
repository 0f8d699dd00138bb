import type { SentMailId } from '@sodate/database/schema/mail';
import type { EventName } from '@sodate/journey/event/event';
import type { EnrollmentId, HandoffId, JourneyId, MailId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { eventPatternSql } from '../condition/event-pattern-sql.ts';
import type { Context } from '../context.ts';
import { titleOfThingSql } from '../form/title-of-thing-sql.ts';
import { answeredBySql, answeredWhySql } from '../handoff/answered-by-sql.ts';
import { givenAfterSql, holderSql } from '../handoff/given-after-sql.ts';
import { type Page, pageInput } from '../page.ts';
import { readScoreRules } from '../score/read-score-rules.ts';
import { findLead } from './find-lead.ts';
import { leadInput } from './get-lead.ts';
import { seesPersonalData } from './sees-personal-data.ts';
import { eventNamesOf, kindOfEvent, type TimelineKind, timelineKinds } from './timeline-kinds.ts';

export const readTimelineInput = leadInput.extend({
  ...pageInput.shape,
  /** The id of the last page's last event. */
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  kind: z.enum(timelineKinds).optional(),
});

export interface TimelineEvent {
  readonly id: number;
  readonly name: EventName;
  readonly kind: TimelineKind;
  /** When it occurred, ISO 8601. */
  readonly at: string;
  /** Page, form, link or custom event: its title, and its address or name. */
  readonly thing: { readonly key: string; readonly title: string | null } | null;
  readonly source: string | null;
  readonly mail: { readonly id: MailId; readonly name: string; readonly subject: string | null } | null;
  /** The mail that went to this lead, where it can be read again; null for those who see no personal data. */
  readonly sentMail: SentMailId | null;
  readonly journey: { readonly id: JourneyId; readonly name: string } | null;
  readonly enrollment: EnrollmentId | null;
  /** `owner`: who had it then; `by`: who answered it so, where this is an answer. */
  /** `why`: the reason that was given with a rejection or a loss; `note`: what else was written, for who may read it. */
  readonly handoff: {
    readonly id: HandoffId;
    readonly owner: string | null;
    readonly by: string | null;
    readonly why: string | null;
    readonly note: string | null;
  } | null;
  readonly outcome: string | null;
  /** Points that today's rules give for it, or that were given by hand or by a journey. */
  readonly points: number;
  /** Taken back: it no longer counts. */
  readonly retracted: boolean;
  /** A move of the stage that took another one back: it counts as none, and stands. */
  readonly restored: boolean;
  /** What else is known; empty for those who see no personal data. */
  readonly properties: JsonObject;
}

/** A lead's history, the latest first in stored order, a page at a time; of these names alone where they are given. */
export async function readTimeline({
  context,
  input,
  only,
}: {
  context: Context;
  input: z.output<typeof readTimelineInput>;
  only?: readonly EventName[];
}): Promise<Page<TimelineEvent>> {
  const lead = await findLead({ context, lead: input.lead });
  const rules = await readScoreRules({ context });
  const pointsByRule = rules.rules.flatMap((rule): SQL[] =>
    rule.when.kind === 'event'
      ? [sql`(case when ${eventPatternSql({ pattern: rule.when.pattern })} then ${rule.points}::int else 0 end)`]
      : [],
  );
  const points = sql.join([sql`coalesce(e.points, 0)`, ...pointsByRule], sql` + `);
  const before = input.after === undefined ? sql`` : sql` and e.id < ${input.after}::bigint`;
  const ofKind = input.kind === undefined ? sql`` : sql` and e.name in (${names(input.kind)})`;
  const named = only === undefined ? sql`` : sql` and e.name in ${[...only]}`;
  const rows = await context.database.execute<TimelineRow>(sql`
    select e.id::text, e.name, to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      t.key, ${titleOfThingSql({ context, of: sql`t` })} as title, e.source, e.mail_id, m.name as mail, sm.subject,
      case when sm.html is not null and sm.sent_at is not null then sm.id end as sent_mail, e.journey_id, j.name as journey,
      e.enrollment_id, e.handoff_id, u.name as owner, ${answeredBySql({ of: sql`e` })} as answered_by,
      ${answeredWhySql({ of: sql`e`, what: 'reason' })} as why, ${answeredWhySql({ of: sql`e`, what: 'note' })} as note, e.outcome, ${points} as points,
      e.retracted_at is not null as retracted, coalesce((e.properties ->> 'restored')::boolean, false) as restored, e.properties
    from event e left join thing t on t.id = e.thing_id left join mail m on m.id = e.mail_id
      left join sent_mail sm on sm.id = e.sent_mail_id left join journey j on j.id = e.journey_id
      left join handoff h on h.id = e.handoff_id ${givenAfterSql({ at: sql`e.stored_at` })}
      left join "user" u on u.id = ${holderSql}
    where e.visitor_id in (select v.id from visitor v where v.lead_id = ${lead.id}::uuid)${before}${ofKind}${named}
    order by e.id desc limit ${input.limit + 1}`);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  const personal = seesPersonalData(context.actor);
  return {
    rows: page.map((row) => toTimelineEvent({ row, personal })),
    ...(last === undefined ? {} : { next: last.id }),
  };
}

export type TimelineCounts = Readonly<Record<TimelineKind, number>>;

/** How many events stand under each filter. */
export async function countTimeline({
  context,
  input,
}: {
  context: Context;
  input: z.output<typeof leadInput>;
}): Promise<TimelineCounts> {
  const lead = await findLead({ context, lead: input.lead });
  const rows = await context.database.execute<{ name: EventName; count: number }>(sql`
    select e.name, count(*)::int as count from event e
    where e.visitor_id in (select v.id from visitor v where v.lead_id = ${lead.id}::uuid) group by e.name`);
  const counts = Object.fromEntries(timelineKinds.map((kind) => [kind, 0])) as Record<TimelineKind, number>;
  for (const { name, count } of rows) counts[kindOfEvent[name]] += count;
  return counts;
}

interface TimelineRow extends Record<string, unknown> {
  readonly id: string;
  readonly name: EventName;
  readonly at: string;
  readonly key: string | null;
  readonly title: string | null;
  readonly source: string | null;
  readonly mail_id: MailId | null;
  readonly mail: string | null;
  readonly subject: string | null;
  readonly sent_mail: SentMailId | null;
  readonly journey_id: JourneyId | null;
  readonly journey: string | null;
  readonly enrollment_id: EnrollmentId | null;
  readonly handoff_id: HandoffId | null;
  readonly owner: string | null;
  readonly answered_by: string | null;
  readonly why: string | null;
  readonly note: string | null;
  readonly outcome: string | null;
  readonly points: number;
  readonly retracted: boolean;
  readonly restored: boolean;
  readonly properties: JsonObject;
}

function toTimelineEvent({ row, personal }: { row: TimelineRow; personal: boolean }): TimelineEvent {
  return {
    id: Number(row.id),
    name: row.name,
    kind: kindOfEvent[row.name],
    at: row.at,
    thing: row.key === null ? null : { key: row.key, title: row.title },
    source: row.source,
    mail:
      row.mail_id === null ? null : { id: row.mail_id, name: row.mail ?? '', subject: personal ? row.subject : null },
    sentMail: personal ? row.sent_mail : null,
    journey: row.journey_id === null ? null : { id: row.journey_id, name: row.journey ?? '' },
    enrollment: row.enrollment_id,
    handoff: handoffOf({ row, personal }),
    outcome: row.outcome,
    points: row.retracted ? 0 : row.points,
    retracted: row.retracted && !row.restored,
    restored: row.restored,
    properties: personal ? row.properties : {},
  };
}

function names(kind: TimelineKind): SQL {
  return sql.join(
    eventNamesOf(kind).map((name) => sql`${name}::text`),
    sql`, `,
  );
}

function handoffOf({ row, personal }: { row: TimelineRow; personal: boolean }): TimelineEvent['handoff'] {
  const { handoff_id: id, owner, answered_by: by, why, note } = row;
  return id === null ? null : { id, owner, by, why, note: personal ? note : null };
}
