import { handoff } from '@sodate/database/schema/handoff';
import { company, lead } from '@sodate/database/schema/lead';
import { user } from '@sodate/database/schema/user';
import type { HandoffId, LeadId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import type { Milliseconds } from '@sodate/journey/time/instant';
import { and, asc, eq } from 'drizzle-orm';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { measureSla } from '../handoff/measure-sla.ts';
import { notedSql } from '../handoff/noted-sql.ts';
import { reasonsOf } from '../handoff/reasons-of.ts';
import { ofRealLeads } from '../lead/of-real-leads.ts';
import { seesPersonalData } from '../lead/sees-personal-data.ts';
import { awayNow } from '../person/away-now.ts';

const most = 5;

export interface DueHandoff {
  readonly id: HandoffId;
  readonly lead: { readonly id: LeadId; readonly name: string; readonly company: string | null };
  readonly owner: string | null;
  /** Its owner is not there now. */
  readonly ownerAway: boolean;
  /** There is a note for its reader that they have not read. */
  readonly noted: boolean;
  readonly score: number;
  /** What gave most of the score. */
  readonly why: Text | null;
  /** Business time of the whole SLA, and what is left of it; below zero: over by that much. */
  readonly totalMs: Milliseconds;
  readonly leftMs: Milliseconds;
}

/** Hand-offs that wait for a first answer, the most urgent first: one's own for a rep, all for everyone else. */
export async function readDueHandoffs({ context }: { context: Context }): Promise<readonly DueHandoff[]> {
  const { actor, database } = context;
  const own = actor.kind === 'user' && actor.role === 'sales-rep' ? eq(handoff.ownerId, actor.id) : undefined;
  const rows = await database
    .select({
      id: handoff.id,
      lead: lead.id,
      name: lead.name,
      company: company.name,
      owner: user.name,
      ownerAway: awayNow(context),
      noted: notedSql({ actor, of: { id: handoff.id, lead: handoff.leadId } }),
      score: handoff.score,
      whyNow: handoff.whyNow,
      calendar: handoff.calendarId,
      createdAt: handoff.createdAt,
      dueAt: handoff.dueAt,
      offsetMs: handoff.offsetMs,
      sla: handoff.sla,
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .leftJoin(company, eq(company.id, lead.companyId))
    .leftJoin(user, eq(user.id, handoff.ownerId))
    .where(and(eq(handoff.state, 'open'), ofRealLeads(handoff), own))
    .orderBy(asc(handoff.dueAt), asc(handoff.id))
    .limit(most);
  const calendars = await readCalendars({ context, ids: rows.map(({ calendar }) => calendar) });
  const personal = seesPersonalData(actor);
  return rows.map((row) => ({
    id: row.id,
    lead: { id: row.lead, name: personal ? row.name : '', company: row.company },
    owner: row.owner,
    ownerAway: row.ownerAway ?? false,
    noted: row.noted,
    score: row.score,
    why: reasonsOf(row)[0]?.title ?? null,
    ...measureSla({ row, calendar: calendars.find(({ id }) => id === row.calendar), now: context.clock.now() }),
  }));
}
