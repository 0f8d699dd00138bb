import { rightNow } from '@sodate/database/columns';
import { type EnrollmentRow, effect } from '@sodate/database/schema/enrollment';
import type { EndReason } from '@sodate/journey/interpret/passage';
import { asInstant, formatInstant, type Instant } from '@sodate/journey/time/instant';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { priorities } from '../enrollment/nudge.ts';
import { writeOutbox } from '../enrollment/write-outbox.ts';
import { appendEvents } from '../event/append-events.ts';

export interface Ending {
  readonly context: Context;
  /** As the rules before have left them. */
  readonly rows: readonly EnrollmentRow[];
  readonly reason: EndReason;
  /** The database's time. */
  readonly now: Instant;
  /** 'close' where nobody else will tell the workflow; 'knows' inside its own look. */
  readonly workflow: 'close' | 'knows';
}

/**
 * Ends passages from outside, one or many by as few statements: what waits is dropped, the last step says why, and
 * nothing of what was still to come (a deadline, a nudge, a move) stays. The caller holds the locks of their leads and of
 * the rows, none of which has an effect in the air.
 */
export async function endPassages({ context, rows, reason, now, workflow }: Ending): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await context.database
    .update(effect)
    .set({ state: 'dropped', settledAt: rightNow })
    .where(and(inArray(effect.enrollmentId, ids), eq(effect.state, 'waiting')));
  await endRows({ context, rows, reason, now });
  if (workflow === 'close') {
    await writeOutbox({
      context,
      rows: rows.map(({ id }) => ({ priority: priorities.bulk, body: { kind: 'close', enrollment: id } })),
    });
  }
  await appendEvents({
    context,
    events: rows.map((row) => ({
      lead: row.leadId,
      name: 'journey-ended',
      journey: row.journeyId,
      enrollment: row.id,
      outcome: reason,
    })),
  });
}

/** The rows and, for each, its last step, in the enrollment's own time. */
async function endRows({ context, rows, reason, now }: Omit<Ending, 'workflow'>): Promise<void> {
  const values = rows.map((row) => ({
    id: row.id,
    version: row.versionId,
    rule: row.ruleSeen,
    rest: row.rest + 1,
    at: formatInstant(asInstant(now + row.offsetMs)),
  }));
  await context.database.execute(sql`
    with ended as (
      update enrollment e
      set state = 'ended', reason = ${reason}, hop = e.hop + 1, rest = r.rest, until = null, look_at = null,
        nudged_at = null, leaving = null, held_by = null, move_to = null, ended_at = ${formatInstant(now)}::timestamptz,
        version_id = r.version, rule_seen = r.rule
      from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb)
        as r(id uuid, version uuid, rule int, rest int, at timestamptz)
      where e.id = r.id
      returning e.id, e.hop, e.journey_id, e.op, e.node, e.visit, e.test, r.at)
    insert into step (enrollment_id, hop, journey_id, from_op, from_node, outcome, visit, due_at, at, test)
    select id, hop, journey_id, op, node, ${reason}, visit, at, at, test from ended`);
}
