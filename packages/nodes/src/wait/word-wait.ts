import { wordDuration } from '@sodate/journey/graph/word-duration';
import type { Text } from '@sodate/journey/text';
import type { Duration, Moment } from '@sodate/journey/time/wait-spec';
import { wordMoment } from '../kit/word-moment.ts';

const shorterThanDays: readonly string[] = ['minutes', 'hours', 'business-hours'] satisfies Duration['unit'][];

/** How long is waited, in words: 「3日」「平日 9:00」「3日後の営業日 9:00」, "3 days, then 9:00 on a business day". */
export function wordWait({
  duration,
  moment,
}: {
  duration?: Duration | undefined;
  moment?: Moment | undefined;
}): Text | undefined {
  if (duration === undefined) return moment === undefined ? undefined : wordMoment(moment);
  const length = wordDuration({ ...duration });
  if (length === undefined || moment === undefined) return length;
  const next = wordMoment(moment, { next: true });
  // 「2時間後の平日」 would be an hour of today.
  const after = shorterThanDays.includes(duration.unit) ? '後、次の' : '後の';
  return { ja: `${length.ja}${after}${next.ja}`, en: `${length.en}, then ${next.en}` };
}
