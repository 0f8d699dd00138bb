import { rightNow } from '@sodate/database/columns';
import { type EnrollmentRow, enrollment, outbox } from '@sodate/database/schema/enrollment';
import { inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';

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
  await context.database
    .update(enrollment)
    .set({ nudgedAt: rightNow, lookAt: rightNow })
    .where(
      inArray(
        enrollment.id,
        fresh.map((row) => row.id),
      ),
    );
  await context.database.insert(outbox).values(
    fresh.map((row) => ({
      priority: row.test ? priorities.test : priorities[priority],
      body: { kind: 'nudge' as const, enrollment: row.id, journey: row.journeyId, rest: row.rest },
    })),
  );
}
