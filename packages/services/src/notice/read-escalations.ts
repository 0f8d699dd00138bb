import { handoff } from '@sodate/database/schema/handoff';
import type { HandoffId } from '@sodate/journey/id';
import type { Milliseconds } from '@sodate/journey/time/instant';
import { inArray } from 'drizzle-orm';
import { readCalendars } from '../calendar/read-calendars.ts';
import type { Context } from '../context.ts';
import { measureSla } from '../handoff/measure-sla.ts';

/** How a hand-off that was told of as overdue stands now. */
export type Escalation =
  | { readonly kind: 'waits'; readonly owner: string | null; readonly lateMs: Milliseconds }
  | { readonly kind: 'answered' };

/** Of these hand-offs, by id; those that are gone are left out. */
export async function readEscalations({
  context,
  handoffs,
}: {
  context: Context;
  handoffs: readonly HandoffId[];
}): Promise<ReadonlyMap<string, Escalation>> {
  if (handoffs.length === 0) return new Map();
  const rows = await context.database
    .select()
    .from(handoff)
    .where(inArray(handoff.id, [...handoffs]));
  const calendars = await readCalendars({ context, ids: rows.map(({ calendarId }) => calendarId) });
  const now = context.clock.now();
  return new Map(
    rows.map((row): [string, Escalation] => {
      if (row.state !== 'open') return [row.id, { kind: 'answered' }];
      const calendar = calendars.find(({ id }) => id === row.calendarId);
      const { leftMs } = measureSla({ row, calendar, now });
      return [row.id, { kind: 'waits', owner: row.ownerId, lateMs: Math.max(0, -leftMs) }];
    }),
  );
}
