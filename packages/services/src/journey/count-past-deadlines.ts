import { enrollment } from '@sodate/database/schema/enrollment';
import { lead } from '@sodate/database/schema/lead';
import type { Plan } from '@sodate/journey/compile/plan';
import { asId, type JourneyId, type NodeId, type OpId } from '@sodate/journey/id';
import { arrive } from '@sodate/journey/interpret/arrive';
import { asInstant, type Instant } from '@sodate/journey/time/instant';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readCalendarFacts } from '../engine/read-facts.ts';

const rowsATime = 2_000;
const firstId = '00000000-0000-0000-0000-000000000000';

/** How many leads resting at a node would find their deadline past if it were measured by the new plan. */
export async function countPastDeadlines({
  context,
  journey,
  node,
  plan,
  now,
}: {
  context: Context;
  journey: JourneyId;
  node: NodeId;
  plan: Plan;
  now: Instant;
}): Promise<number> {
  let past = 0;
  for (let after = asId<'enrollment'>(firstId); ; ) {
    const rows = await context.database
      .select({
        id: enrollment.id,
        op: enrollment.op,
        arrivedAt: enrollment.arrivedAt,
        offsetMs: enrollment.offsetMs,
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
      if (until !== null && until <= asInstant(now + row.offsetMs)) past++;
    }
    const last = rows.at(-1);
    if (!last || rows.length < rowsATime) return past;
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
