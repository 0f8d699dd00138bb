import { type HandoffRow, type HandoffState, handoff } from '@sodate/database/schema/handoff';
import type { HandoffId } from '@sodate/journey/id';
import { and, asc, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { type HandoffsOf, ownedBy } from '../handoff/owned-by.ts';
import { type CallsDuring, callsDuringSql } from './calls-during-sql.ts';

const atOnce = 100;
const unanswered = ['open'] as const;
const stillOpen = ['open', 'accepted', 'opportunity'] as const;

export type HandoffToMove = Pick<HandoffRow, 'id' | 'state' | 'dueAt' | 'offsetMs'>;

/** All that are open, or those alone that nobody has answered. */
export function statesToMove({ working }: { working: boolean }): readonly HandoffState[] {
  return working ? stillOpen : unanswered;
}

interface Meant {
  readonly person: HandoffsOf;
  readonly states: readonly HandoffState[];
  /** Those alone that call for their owner then. */
  readonly calls?: CallsDuring | undefined;
}

/** What of somebody's can be moved, in the order in which it was made. */
export async function* handoffsToMove({
  context,
  person,
  states,
  calls,
}: Meant & { context: Context }): AsyncGenerator<HandoffToMove> {
  const meant = toMoveSql({ person, states, calls });
  for (let after: HandoffId | undefined; ; ) {
    const rows = await context.database
      .select({ id: handoff.id, state: handoff.state, dueAt: handoff.dueAt, offsetMs: handoff.offsetMs })
      .from(handoff)
      .where(and(meant, after === undefined ? undefined : gt(handoff.id, after)))
      .orderBy(asc(handoff.id))
      .limit(atOnce);
    yield* rows;
    after = rows.at(-1)?.id;
    if (after === undefined) return;
  }
}

export function toMoveSql({ person, states, calls }: Meant): SQL | undefined {
  return and(
    ownedBy({ owner: handoff.ownerId, of: person }),
    inArray(handoff.state, [...states]),
    calls === undefined ? undefined : calledSql(calls),
  );
}

function calledSql(calls: CallsDuring): SQL {
  const { answer, contact } = callsDuringSql(calls);
  return sql`exists (select from handoff h where h.id = ${handoff.id} and (${answer} or ${contact}))`;
}
