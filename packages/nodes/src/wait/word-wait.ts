import { wordDuration } from '@sodate/journey/graph/word-duration';
import type { Text } from '@sodate/journey/text';
import type { Duration, Moment } from '@sodate/journey/time/wait-spec';
import { wordMoment } from '../kit/word-moment.ts';

/** How long is waited, in words: 「3日」「平日 9:00」「3日後、次の営業日 9:00」, "3 days, then 9:00 on a business day". */
export function wordWait({
  duration,
  moment,
  weekends = false,
}: {
  duration?: Duration | undefined;
  moment?: Moment | undefined;
  /** The calendar that tells business days opens on weekends too. */
  weekends?: boolean;
}): Text | undefined {
  if (duration === undefined) return moment === undefined ? undefined : wordMoment(moment, { weekends });
  const length = wordDuration({ ...duration });
  if (length === undefined || moment === undefined) return length;
  const next = wordMoment(moment, { next: true, weekends });
  // 「3日後の9:00」 would be an hour of that very day, 「3日後の営業日」 that day itself or three business days.
  return { ja: `${length.ja}後、次の${next.ja}`, en: `${length.en}, then ${next.en}` };
}
