import type { HandoffRow } from '@sodate/database/schema/handoff';
import type { Milliseconds } from '@sodate/journey/time/instant';
import { openTimeBetween } from '@sodate/journey/time/open-time';
import type { Calendar } from '@sodate/journey/time/wait-spec';

/**
 * Open time from the deadline to the first answer (the acceptance, or the end where it was not accepted), in plain time
 * where the calendar is gone. 0: in time; 1 at least where it came later, though no open hour passed. Null: no answer.
 */
export function measureLateness({
  row: { state, dueAt, acceptedAt, closedAt },
  calendar,
}: {
  row: Pick<HandoffRow, 'state' | 'dueAt' | 'acceptedAt' | 'closedAt'>;
  calendar: Calendar | undefined;
}): Milliseconds | null {
  const answeredAt = acceptedAt ?? (state === 'withdrawn' ? null : closedAt);
  if (answeredAt === null) return null;
  if (answeredAt <= dueAt) return 0;
  const open = calendar === undefined ? answeredAt - dueAt : openTimeBetween({ calendar, from: dueAt, to: answeredAt });
  return Math.max(1, open);
}
