import { trpc } from '../server/trpc.ts';
import { draftsQuery } from './drafts-query.ts';
import { liveJourneysQuery } from './live-journeys-query.ts';

/** What the panels of Home show. Asked for in one go, and shown together, so that none pushes another down. */
export const homeQueries = [
  trpc.home.funnel.queryOptions(),
  liveJourneysQuery,
  draftsQuery,
  trpc.home.weekOfSends.queryOptions(),
  trpc.home.recentMails.queryOptions(),
  trpc.home.needs.queryOptions(),
  trpc.home.dueContacts.queryOptions(),
  trpc.home.dueHandoffs.queryOptions(),
  trpc.home.handoffsOfWeek.queryOptions(),
] as const;
