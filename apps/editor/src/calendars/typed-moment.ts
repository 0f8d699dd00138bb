import { asInstant, type Instant } from '@sodate/journey/time/instant';
import { zoneClock } from '@sodate/journey/time/zone-clock';

/** What stands in a field of date and time, "2026-12-29T17:30", on the clocks of a zone; undefined: nothing whole yet. */
export function readTypedMoment({ typed, zone }: { typed: string; zone: string }): Instant | undefined {
  const local = Date.parse(`${typed}Z`);
  return Number.isNaN(local) ? undefined : asInstant(zoneClock(zone).firstInstantAt(local));
}
