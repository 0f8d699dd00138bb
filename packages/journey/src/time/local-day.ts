import { dayOf, formatDay } from './day.ts';
import type { Instant } from './instant.ts';
import type { Zone } from './wait-spec.ts';
import { zoneClock } from './zone-clock.ts';

/** The date that clocks in a zone show at an instant: "2026-11-23". */
export function localDay({ at, zone }: { at: Instant; zone: Zone }): string {
  return formatDay(dayOf(at + zoneClock(zone).offsetAt(at)));
}
