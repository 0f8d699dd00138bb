import { effect } from '@sodate/database/schema/enrollment';
import { journey } from '@sodate/database/schema/journey';
import { and, asc, eq, isNotNull, isNull, lte, ne, or } from 'drizzle-orm';
import { areClaimsBarred } from '../engine/claim-effect.ts';
import { readClock } from '../engine/clock.ts';
import type { EngineContext } from '../engine/engine-context.ts';
import { perform } from '../engine/perform.ts';

const mostAtOnce = 20;

/**
 * Sends once more what a person has asked for although the lead has gone on, in the order it was asked, as fast as the
 * channel's inline share lets it. Several workers may do so: each send is claimed. Gives how many were tried.
 */
export async function repeatSends({ context }: { context: EngineContext }): Promise<number> {
  if (await areClaimsBarred({ context })) return 0;
  const now = await readClock({ context });
  const due = await context.database
    .select({ key: effect.key, channel: effect.channel })
    .from(effect)
    .leftJoin(journey, eq(journey.id, effect.journeyId))
    .where(
      and(
        isNotNull(effect.repeatAskedAt),
        or(
          and(eq(effect.state, 'waiting'), or(isNull(effect.nextTryAt), lte(effect.nextTryAt, now))),
          and(eq(effect.state, 'claimed'), lte(effect.leaseUntil, now)),
        ),
        or(isNull(journey.id), ne(journey.state, 'paused')),
      ),
    )
    .orderBy(asc(effect.repeatAskedAt))
    .limit(mostAtOnce);
  let tried = 0;
  for (const { key, channel } of due) {
    const permit = context.gate.tryEnter(channel);
    if (permit === undefined) break;
    const startedMs = context.monotonicMs();
    try {
      await perform({ context, effect: key });
      tried++;
    } finally {
      permit.done(context.monotonicMs() - startedMs);
    }
  }
  return tried;
}
