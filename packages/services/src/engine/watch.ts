import { enrollment, outbox } from '@sodate/database/schema/enrollment';
import { handoff } from '@sodate/database/schema/handoff';
import { plus } from '@sodate/journey/time/instant';
import { and, asc, inArray, isNotNull, lt, ne } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { priorities } from '../enrollment/nudge.ts';
import { inTransaction } from '../transaction.ts';
import { readClock } from './clock.ts';

const mostAtOnce = 100;

/**
 * Looks again at open rows whose time has passed by a minute, oldest first: their wake was lost, or is late. Gives how
 * many were nudged.
 */
export async function watch({ context }: { context: Context }): Promise<number> {
  const passages = await inTransaction({ context }, (inner) => watchPassages({ context: inner }));
  const handoffs = await inTransaction({ context }, (inner) => watchHandoffs({ context: inner }));
  return passages + handoffs;
}

async function watchPassages({ context }: { context: Context }): Promise<number> {
  const now = await readClock({ context });
  const late = await context.database
    .select({ id: enrollment.id, journey: enrollment.journeyId, rest: enrollment.rest, test: enrollment.test })
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
    .set({ lookAt: plus(now, context.timings.watchAgainMs) })
    .where(
      inArray(
        enrollment.id,
        late.map(({ id }) => id),
      ),
    );
  await context.database.insert(outbox).values(
    late.map(({ id, journey, rest, test }) => ({
      priority: test ? priorities.test : priorities.trigger,
      body: { kind: 'nudge' as const, enrollment: id, journey, rest },
    })),
  );
  return late.length;
}

async function watchHandoffs({ context }: { context: Context }): Promise<number> {
  const now = await readClock({ context });
  const late = await context.database
    .select({ id: handoff.id, rest: handoff.rest })
    .from(handoff)
    .where(and(isNotNull(handoff.lookAt), lt(handoff.lookAt, plus(now, -context.timings.watchLateMs))))
    .orderBy(asc(handoff.lookAt))
    .limit(mostAtOnce)
    .for('update', { skipLocked: true });
  if (late.length === 0) return 0;
  await context.database
    .update(handoff)
    .set({ lookAt: plus(now, context.timings.watchAgainMs) })
    .where(
      inArray(
        handoff.id,
        late.map(({ id }) => id),
      ),
    );
  await context.database.insert(outbox).values(
    late.map(({ id, rest }) => ({
      priority: priorities.handoff,
      body: { kind: 'nudge-handoff' as const, handoff: id, rest },
    })),
  );
  return late.length;
}
