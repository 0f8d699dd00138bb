import type { Instant } from '@sodate/journey/time/instant';
import { localDay } from '@sodate/journey/time/local-day';
import type { Zone } from '@sodate/journey/time/wait-spec';

/** This month and those before it, "2026-11". */
export function monthsBack({ now, zone, count }: { now: Instant; zone: Zone; count: number }): readonly string[] {
  const [year = 0, month = 0] = localDay({ at: now, zone }).split('-').map(Number);
  const last = year * 12 + month - 1;
  return Array.from({ length: count }, (_, back) => {
    const at = last - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
