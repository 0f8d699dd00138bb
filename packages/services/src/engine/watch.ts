import { rightNow } from '@sodate/database/columns';
import { enrollment } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { type Instant, plus } from '@sodate/journey/time/instant';
import { and, asc, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { priorities } from '../enrollment/nudge.ts';
import { writeOutbox } from '../enrollment/write-outbox.ts';
import { inTransaction } from '../transaction.ts';
import { readClock } from './clock.ts';
import { anyRest } from './workflow-port.ts';

const mostAtOnce = 100;
const lateWords = 'nobody had looked in time: nudged';

/**
 * Looks again at open rows whose time has passed by a minute, oldest first: their wake was lost, or is late. Where a
 * nudge of minutes ago has led to no look, the workflow cannot go on and is begun anew. Gives how many were woken.
 */
export async function watch({ context }: { context: Context }): Promise<number> {
  const passages = await inTransaction({ context }, (inner) => watchPassages({ context: inner }));
  const handoffs = await inTransaction({ context }, (inner) => watchHandoffs({ context: inner }));
  return passages + handoffs;
}

async function watchPassages({ context }: { context: Context }): Promise<number> {
  const now = await readClock({ context });
  const late = await context.database
    .select({
      id: enrollment.id,
      journey: enrollment.journeyId,
      test: enrollment.test,
      nudgedAt: enrollment.nudgedAt,
      lookAt: enrollment.lookAt,
    })
    .from(enrollment)
    .where(
      and(
        ne(enrollment.state, 'ended'),
        isNotNull(enrollment.lookAt),
        lt(enrollment.lookAt, plus(now, -context.timings.watchLateMs)),
      ),
    )
    .orderBy(asc(enrollment.lookAt))
    .limit(mostAtOnce)
    .for('update', { skipLocked: true });
  if (late.length === 0) return 0;
  await context.database
    .update(enrollment)
    .set({
      lookAt: plus(now, context.timings.watchAgainMs),
      nudgedAt: sql`coalesce(${enrollment.nudgedAt}, ${rightNow})`,
    })
    .where(
      inArray(
        enrollment.id,
        late.map(({ id }) => id),
      ),
    );
  await writeOutbox({
    context,
    rows: late.map(({ id, journey, test, nudgedAt }) => ({
      priority: test ? priorities.test : priorities.trigger,
      body: isInVain({ context, nudgedAt, now })
        ? { kind: 'start' as const, enrollment: id, journey, startAt: 'now', anew: true }
        : { kind: 'nudge' as const, enrollment: id, journey, rest: anyRest },
    })),
  });
  for (const { id, journey, lookAt } of late) {
    context.logger.warn({ enrollment: id, journey, lateMs: now - (lookAt ?? now) }, lateWords);
  }
  return late.length;
}

async function watchHandoffs({ context }: { context: Context }): Promise<number> {
  const now = await readClock({ context });
  const late = await context.database
    .select({ id: handoff.id, nudgedAt: handoff.nudgedAt })
    .from(handoff)
    .where(and(isNotNull(handoff.lookAt), lt(handoff.lookAt, plus(now, -context.timings.watchLateMs))))
    .orderBy(asc(handoff.lookAt))
    .limit(mostAtOnce)
    .for('update', { skipLocked: true });
  if (late.length === 0) return 0;
  await context.database
    .update(handoff)
    .set({ lookAt: plus(now, context.timings.watchAgainMs), nudgedAt: sql`coalesce(${handoff.nudgedAt}, ${rightNow})` })
    .where(
      inArray(
        handoff.id,
        late.map(({ id }) => id),
      ),
    );
  await writeOutbox({
    context,
    rows: late.map(({ id, nudgedAt }) => ({
      priority: priorities.handoff,
      body: isInVain({ context, nudgedAt, now })
        ? { kind: 'start-handoff' as const, handoff: id, startAt: 'now', anew: true }
        : { kind: 'nudge-handoff' as const, handoff: id, rest: anyRest },
    })),
  });
  for (const { id } of late) context.logger.warn({ handoff: id }, lateWords);
  return late.length;
}

/** Every look clears the nudge: one of so long ago has reached nobody. */
function isInVain({ context, nudgedAt, now }: { context: Context; nudgedAt: Instant | null; now: Instant }): boolean {
  return nudgedAt !== null && nudgedAt < plus(now, -context.timings.watchAgainMs);
}
