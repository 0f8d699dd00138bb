import { formatInstant } from '@sodate/journey/time/instant';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { readZone } from '../organisation/read-zone.ts';
import { contactDueSql, contactPastSql, contactPlannedSql } from './contact-due-sql.ts';
import { type HandoffScope, ownerSql } from './which-handoffs.ts';

export interface HandoffCounts {
  /** Not yet answered; `overdue` and `soon` (due within an hour) are among them. */
  readonly open: number;
  readonly overdue: number;
  readonly soon: number;
  /** Of the open ones, those of test leads. */
  readonly openTests: number;
  readonly working: number;
  readonly workingTests: number;
  /** Of these, those whose lead is to be contacted today, or was before; `contactsPast`: before. */
  readonly contacts: number;
  readonly contactsPast: number;
  /** Whose next contact is planned, for whichever day. */
  readonly planned: number;
  /** Of all these, those whose timer could not go on. */
  readonly stuck: number;
}

/** What waits for somebody: one's own for a rep, by owner or all for everyone else. */
export async function countHandoffs({
  context,
  input,
}: {
  context: Context;
  input: HandoffScope;
}): Promise<HandoffCounts> {
  const now = sql`(${formatInstant(context.clock.now())}::timestamptz + h.offset_ms * interval '1 millisecond')`;
  const zone = await readZone({ context });
  const [row] = await context.database.execute<HandoffCounts & Record<string, unknown>>(sql`
    select count(*) filter (where h.state = 'open')::int as "open",
      count(*) filter (where h.state = 'open' and h.due_at <= ${now})::int as "overdue",
      count(*) filter (where h.state = 'open' and h.due_at > ${now} and h.due_at < ${now} + interval '1 hour')::int as "soon",
      count(*) filter (where h.state = 'open' and h.test)::int as "openTests",
      count(*) filter (where h.state <> 'open')::int as "working",
      count(*) filter (where h.state <> 'open' and h.test)::int as "workingTests",
      count(*) filter (where ${contactDueSql({ now: context.clock.now(), zone })})::int as "contacts",
      count(*) filter (where ${contactPastSql({ now: context.clock.now(), zone })})::int as "contactsPast",
      count(*) filter (where ${contactPlannedSql({ zone })})::int as "planned",
      count(*) filter (where h.stuck_at is not null)::int as "stuck"
    from handoff h where h.state in ('open', 'accepted', 'opportunity')${ownerSql({ context, scope: input })}`);
  return (
    row ?? {
      open: 0,
      openTests: 0,
      overdue: 0,
      soon: 0,
      working: 0,
      workingTests: 0,
      contacts: 0,
      contactsPast: 0,
      planned: 0,
      stuck: 0,
    }
  );
}
