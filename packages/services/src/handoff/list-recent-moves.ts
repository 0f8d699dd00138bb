import type { HandoffId, UserId } from '@sodate/journey/id';
import { asInstant, formatInstant, type Instant, plus } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readClock } from '../engine/clock.ts';
import { countEach, type Receiver } from '../person/count-each.ts';
import { type MovedHandoff, nameMoved } from '../person/name-moved.ts';
import { requirePerson } from '../person/require-person.ts';
import { assertMayReassign } from './handoff-access.ts';
import { undoForMs } from './undo-answer.ts';

/** Hand-offs that one moved at once. */
export interface RecentMove {
  readonly id: string;
  readonly at: Instant;
  /** Those that nobody has given on since, or back. */
  readonly handoffs: readonly HandoffId[];
  readonly receivers: readonly Receiver[];
  /** Which went to whom, the first of them. */
  readonly given: readonly MovedHandoff[];
  /** Until when they can be taken back; null: no longer, or never, since whose they were was deactivated. */
  readonly undoUntil: Instant | null;
}

/** For so long which went to whom stands where moves are made. */
const shownForMs = 60 * 60_000;

const mostMoves = 3;
const mostHandoffs = 6_000;

interface Row extends Record<string, unknown> {
  readonly move: string;
  readonly id: HandoffId;
  readonly owner: UserId;
  readonly at: number;
  readonly gone: boolean;
}

/** What the reader moved in the last hour, the latest first, as far as it still stands. Follows `handoff_entry_user`. */
export async function listRecentMoves({ context }: { context: Context }): Promise<readonly RecentMove[]> {
  assertMayReassign({ actor: context.actor });
  // What was written bears PostgreSQL's time, and taking it back goes by that.
  const now = await readClock({ context });
  const since = formatInstant(plus(now, -shownForMs));
  const rows = await context.database.execute<Row>(sql`
    select entry.detail ->> 'move' as move, entry.handoff_id as id, entry.detail ->> 'to' as owner,
      (extract(epoch from entry.at) * 1000)::float8 as at, coalesce(former.banned, false) as gone
    from handoff_entry entry left join "user" former on former.id = (entry.detail ->> 'from')::uuid
    where entry.user_id = ${requirePerson(context)}::uuid and entry.at > ${since}::timestamptz
      and entry.kind = 'assigned' and entry.detail ->> 'move' is not null
      and not exists (
        select from handoff_entry later where later.handoff_id = entry.handoff_id and later.id > entry.id
          and later.kind in ('assigned', 'given-back')
      )
    order by entry.at desc, entry.id desc limit ${mostHandoffs}`);
  const moves = Map.groupBy(rows.toReversed(), ({ move }) => move);
  const latest = [...moves].toReversed().slice(0, mostMoves);
  return Promise.all(latest.map(([id, moved]) => toMove({ context, id, moved, now })));
}

async function toMove({
  context,
  id,
  moved,
  now,
}: {
  context: Context;
  id: string;
  moved: readonly Row[];
  now: Instant;
}): Promise<RecentMove> {
  // The first of them decides: what is offered is offered for all.
  const at = asInstant(Math.min(...moved.map((one) => one.at)));
  const until = plus(at, undoForMs);
  const undoable = until > now && moved.every(({ gone }) => !gone);
  return {
    id,
    at,
    handoffs: moved.map((one) => one.id),
    receivers: countEach(moved),
    given: await nameMoved({ context, moved }),
    undoUntil: undoable ? until : null,
  };
}
