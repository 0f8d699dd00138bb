import { trpc } from '../server/trpc.ts';

/** The drafts that home leads on to while nothing is live. */
export const draftsQuery = trpc.journeys.list.queryOptions({ state: 'draft', limit: 3 });
