import { trpc } from '../server/trpc.ts';

/** The live journeys shown at home, the last changed first. Needs reads their problems from the same answer. */
export const liveJourneysQuery = trpc.journeys.list.queryOptions(
  { state: 'live', limit: 6 },
  { refetchInterval: 30_000 },
);
