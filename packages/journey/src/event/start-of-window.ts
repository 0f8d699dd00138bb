import type { Instant } from '../time/instant.ts';
import { addDuration } from '../time/measure-deadline.ts';
import type { Zone } from '../time/wait-spec.ts';
import type { Window } from './event-pattern.ts';

/** The first instant that counts in a window ending at `now`: an event that occurred then is still inside. */
export function startOfWindow({ window, now, zone }: { window: Window; now: Instant; zone: Zone }): Instant {
  const duration = { amount: -window.amount, unit: window.unit };
  return addDuration({ duration, from: now, zone: window.zone ?? zone });
}
