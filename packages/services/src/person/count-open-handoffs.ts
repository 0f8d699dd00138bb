import { handoff } from '@sodate/database/schema/handoff';
import { and, inArray, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { type HandoffsOf, ownedBy } from '../handoff/owned-by.ts';
import { statesToMove } from './handoffs-to-move.ts';

export interface OpenHandoffs {
  /** Not yet answered. */
  readonly open: number;
  /** Accepted, or a deal by now. */
  readonly working: number;
}

/** How many hand-offs somebody has that still need them. */
export async function countOpenHandoffs({
  context,
  person,
}: {
  context: Context;
  person: HandoffsOf;
}): Promise<OpenHandoffs> {
  const [row] = await context.database
    .select({
      open: sql<number>`count(*) filter (where ${handoff.state} = 'open')::int`,
      working: sql<number>`count(*) filter (where ${handoff.state} <> 'open')::int`,
    })
    .from(handoff)
    .where(
      and(
        ownedBy({ owner: handoff.ownerId, of: person }),
        inArray(handoff.state, [...statesToMove({ working: true })]),
      ),
    );
  return row ?? { open: 0, working: 0 };
}
