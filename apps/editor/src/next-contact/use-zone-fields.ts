import type { Instant } from '@sodate/journey/time/instant';
import { zoneClock } from '@sodate/journey/time/zone-clock';
import { useSession } from '../server/use-session.ts';

/** An instant as fields for a date and a time take it, by the clocks of the organisation's zone. */
export function useZoneFields() {
  const { zone } = useSession().organisation;
  const local = (at: Instant) => new Date(at + zoneClock(zone).offsetAt(at)).toISOString();
  return {
    /** "2026-12-01" */
    day: (at: Instant) => local(at).slice(0, 10),
    /** "15:00" */
    clock: (at: Instant) => local(at).slice(11, 16),
  };
}
