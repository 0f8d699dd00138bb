import type { JourneyId } from '@sodate/journey/id';
import type { JourneyHead } from '@sodate/services/journey/get-journey';
import { useSuspenseQuery } from '@tanstack/react-query';
import { trpc } from '../server/trpc.ts';

const everyMs = 10_000;

/** A journey's name, state and version, read again now and then: others may publish or pause. */
export function useJourneyHead({ journey }: { journey: JourneyId }): JourneyHead {
  const options = trpc.journeys.get.queryOptions({ journey });
  return useSuspenseQuery({ ...options, refetchInterval: everyMs }).data;
}
