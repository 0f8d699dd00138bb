import { asInstant } from '@sodate/journey/time/instant';
import type { Clock } from '@sodate/services/context';

/** Each answer is older than any cache keeps it. */
export function neverCached(): Clock {
  let now = Date.now();
  return {
    now: () => {
      now += 60_000;
      return asInstant(now);
    },
  };
}
