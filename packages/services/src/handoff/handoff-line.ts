import type { CloseReason, HandoffRow, HandoffState } from '@sodate/database/schema/handoff';
import { user } from '@sodate/database/schema/user';
import type { CalendarId, HandoffId, LeadId, UserId } from '@sodate/journey/id';
import type { Duration } from '@sodate/journey/time/wait-spec';
import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { awayNow } from '../person/away-now.ts';
import type { calls } from './handoff-input.ts';
import { notedSql } from './noted-sql.ts';

/** One line of the inbox, as `handoffLineSql` reads it. */
export interface HandoffLine extends Record<string, unknown> {
  readonly id: HandoffId;
  readonly lead: LeadId;
  readonly name: string;
  readonly company: string | null;
  readonly owner_id: UserId | null;
  readonly owner: string | null;
  readonly owner_left: boolean;
  readonly owner_away: boolean;
  /** Who had it when it was due, where that is asked for. */
  readonly held_by: string | null;
  readonly given_back_by: string | null;
  readonly state: HandoffState;
  readonly score: number;
  readonly why_now: HandoffRow['whyNow'];
  readonly sla: Duration;
  readonly calendar_id: CalendarId;
  readonly created_at: string;
  readonly due_at: string;
  readonly work_at: string;
  readonly contact_at: string | null;
  readonly contact_timed: boolean;
  readonly contact_note: string | null;
  readonly offset_ms: string;
  readonly accepted_at: string | null;
  readonly met_at: string | null;
  readonly closed_at: string | null;
  readonly reject_reason: CloseReason | null;
  readonly absences: number;
  readonly talks: number;
  /** Its reader has not read of a note for them. */
  readonly noted: boolean;
  readonly test: boolean;
  readonly stuck: boolean;
}

/** Over `handoff` as h with `held_id`, its lead as l, the company as c and the owner as u. */
export function handoffLineSql(context: Pick<Context, 'clock' | 'actor'>): SQL {
  return sql`h.id, l.id as lead, l.name, c.name as company, h.owner_id, u.name as owner, coalesce(u.banned, false) as owner_left,
  coalesce((select ${awayNow(context)} from ${user} where ${user.id} = h.owner_id), false) as owner_away,
  (select held.name from "user" held where held.id = h.held_id) as held_by, h.state, h.score,
  h.why_now, h.sla, h.calendar_id, ${iso('h.created_at')} as created_at, ${iso('h.due_at')} as due_at,
  ${iso('h.work_at')} as work_at, ${iso('h.next_contact_at')} as contact_at, h.next_contact_timed as contact_timed,
  h.next_contact_note as contact_note,
  h.offset_ms::text, ${iso('h.accepted_at')} as accepted_at, ${iso('h.met_at')} as met_at, ${iso('h.closed_at')} as closed_at, h.reject_reason,
  ${timesSql('absent')} as absences, ${timesSql('reached')} as talks, h.test,
  ${notedSql({ actor: context.actor, of: { id: sql`h.id`, lead: sql`h.lead_id` } })} as noted, h.stuck_at is not null as stuck,
  case when h.owner_id is null then (select g.name from handoff_entry e join "user" g on g.id = e.user_id
    where e.handoff_id = h.id and e.kind = 'given-back' order by e.id desc limit 1) end as given_back_by`;
}

/** How often it was recorded, without what was taken back. */
function timesSql(call: (typeof calls)[number]): SQL {
  return sql`(select (count(*) filter (where e.kind = ${call}) - count(*) filter (where e.kind = 'undone'
    and e.detail ->> 'of' = ${call}))::int from handoff_entry e where e.handoff_id = h.id)`;
}

function iso(column: string): SQL {
  return sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
}
