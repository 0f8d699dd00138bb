import { DateTime } from 'luxon';
import { asInstant, type Instant } from '../time/instant.ts';
import type { Zone } from '../time/wait-spec.ts';
import type { Window } from './event-pattern.ts';

const unitMs = { minutes: 60_000, hours: 3_600_000 } as const;

/** The first instant that counts in a window ending at `now`: an event that occurred then is still inside. */
export function startOfWindow({ window, now, zone }: { window: Window; now: Instant; zone: Zone }): Instant {
  if (window.unit === 'minutes' || window.unit === 'hours') {
    return asInstant(now - window.amount * unitMs[window.unit]);
  }
  const local = DateTime.fromMillis(now, { zone: window.zone ?? zone });
  return asInstant(local.minus({ [window.unit]: window.amount }).toMillis());
}
