import { enrollment } from '@sodate/database/schema/enrollment';
import { lead } from '@sodate/database/schema/lead';
import type { Plan } from '@sodate/journey/compile/plan';
import { asId, type JourneyId, type NodeId, type OpId } from '@sodate/journey/id';
import { arrive } from '@sodate/journey/interpret/arrive';
import { asInstant, type Instant } from '@sodate/journey/time/instant';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { lookAtOf } from '../engine/change-by-rule.ts';
import { readCalendarFacts } from '../engine/read-facts.ts';

const rowsATime = 2_000;
/** Of more at one node a sample is measured, so that a dialog need not wait for a million leads. */
const mostMeasured = 40_000;
const firstId = '00000000-0000-0000-0000-000000000000';

/** A lead resting at a node, measured by the new plan. Both times are real; null: no deadline. */
export interface MeasuredLead {
  /** How many it stands for: 1, or more where it is one of a sample. */
  readonly count: number;
  readonly op: OpId;
  readonly test: boolean;
  readonly lookAt: Instant | null;
  readonly oldLookAt: Instant | null;
  readonly past: boolean;
}

/**
 * For how many each measured lead stands, of so many at a node. Of a sample a handful among very many may go unseen:
 * whoever is past the new deadline keeps the old one all the same.
 */
export function sampleOf({ leads, most = mostMeasured }: { leads: number; most?: number }): number {
  return Math.max(1, Math.ceil(leads / most));
}

/**
 * The leads resting at a node whose deadlines the new plan would measure anew, some thousands at a time; or one of
 * every `oneOf`, whoever they are.
 */
export async function* measureAnew({
  context,
  journey,
  node,
  plan,
  now,
  oneOf,
}: {
  context: Context;
  journey: JourneyId;
  node: NodeId;
  plan: Plan;
  now: Instant;
  oneOf: number;
}): AsyncGenerator<MeasuredLead> {
  for (let after = asId<'enrollment'>(firstId); ; ) {
    const rows = await context.database
      .select({
        id: enrollment.id,
        op: enrollment.op,
        arrivedAt: enrollment.arrivedAt,
        offsetMs: enrollment.offsetMs,
        lookAt: enrollment.lookAt,
        test: enrollment.test,
        zone: lead.zone,
      })
      .from(enrollment)
      .innerJoin(lead, eq(lead.id, enrollment.leadId))
      .where(
        and(
          eq(enrollment.journeyId, journey),
          eq(enrollment.node, node),
          eq(enrollment.state, 'resting'),
          gt(enrollment.id, after),
          oneOf === 1 ? undefined : sql`uuid_hash_extended(${enrollment.id}, 0) % ${oneOf} = 0`,
        ),
      )
      .orderBy(asc(enrollment.id))
      .limit(rowsATime);
    const facts = await factsFor({ context, plan, ops: new Set(rows.map(({ op }) => op)) });
    for (const row of rows) {
      const op = plan.ops[row.op];
      if (op?.kind !== 'wait' && op?.kind !== 'listen') continue;
      const { until } = arrive({
        plan,
        op,
        enrollment: row.id,
        visit: 1,
        visits: {},
        facts: { ...facts, leadZone: row.zone },
        now: row.arrivedAt,
      });
      yield {
        count: oneOf,
        op: row.op,
        test: row.test,
        lookAt: lookAtOf({ row, until }),
        oldLookAt: row.lookAt,
        past: until !== null && until <= asInstant(now + row.offsetMs),
      };
    }
    const last = rows.at(-1);
    if (!last || rows.length < rowsATime) return;
    after = last.id;
  }
}

async function factsFor({ context, plan, ops }: { context: Context; plan: Plan; ops: ReadonlySet<OpId> }) {
  const calendars = [...ops].flatMap((op) => plan.ops[op]?.calendars ?? []);
  return {
    answers: {},
    calendars: await readCalendarFacts({ context, asked: { conditions: [], calendars, leadZone: false } }),
    leadZone: null,
    lastEvent: 0,
  };
}
