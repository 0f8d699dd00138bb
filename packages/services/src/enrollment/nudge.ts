import { rightNow } from '@sodate/database/columns';
import { type EnrollmentRow, enrollment } from '@sodate/database/schema/enrollment';
import { statement } from '@sodate/database/statement';
import type { EnrollmentId } from '@sodate/journey/id';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { writeOutbox } from './write-outbox.ts';

/** Priorities of what leaves through the outbox: lower goes first. */
export const priorities = { test: 1, handoff: 1, trigger: 3, bulk: 5 } as const;

/** Asks the workflows to look now. One nudge a rest: rows nudged already are left out by the caller or here. */
export async function nudge({
  context,
  rows,
  priority = 'trigger',
}: {
  context: Context;
  rows: readonly EnrollmentRow[];
  priority?: keyof typeof priorities;
}): Promise<void> {
  const fresh = rows.filter((row) => row.nudgedAt === null && row.state !== 'ended');
  if (fresh.length === 0) return;
  await Promise.all([
    markNudged({ database: context.database, values: { ids: fresh.map(({ id }) => id) } }),
    writeOutbox({
      context,
      rows: fresh.map(({ id, journeyId, rest, test }) => ({
        priority: test ? priorities.test : priorities[priority],
        body: { kind: 'nudge', enrollment: id, journey: journeyId, rest },
      })),
    }),
  ]);
}

const markNudged = statement<{ ids: readonly EnrollmentId[] }>()((database, place) =>
  database
    .update(enrollment)
    .set({ nudgedAt: rightNow, lookAt: rightNow })
    .where(sql`${enrollment.id} = any(${place('ids')}::uuid[])`)
    .returning({ id: enrollment.id }),
);
