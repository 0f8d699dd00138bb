import { parseInstant } from '@sodate/journey/time/instant';
import type { TimelineEvent } from './lead-types.ts';

const visitEndsAfterMs = 30 * 60_000;

type Seen = Pick<TimelineEvent, 'name' | 'at' | 'source'>;

/**
 * The events with the source of page views kept at the first page of each visit alone: every later one repeats it. The
 * latest first; half an hour without a page ends a visit, and so does another source.
 */
export function sourceOnceAVisit<Event extends Seen>(events: readonly Event[]): readonly Event[] {
  let before: Seen | undefined;
  const told = events.toReversed().map((event) => {
    if (event.name !== 'page-viewed') return event;
    const goesOn = before !== undefined && isSameVisit({ before, event });
    before = event;
    return goesOn ? { ...event, source: null } : event;
  });
  return told.toReversed();
}

function isSameVisit({ before, event }: { before: Seen; event: Seen }): boolean {
  const gapMs = parseInstant(event.at) - parseInstant(before.at);
  return gapMs < visitEndsAfterMs && (event.source === null || event.source === before.source);
}
