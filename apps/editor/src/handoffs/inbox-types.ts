import type { server } from '../server/trpc.ts';

type Answer<Query extends (input: never) => Promise<unknown>> = Awaited<ReturnType<Query>>;

export type ListedHandoff = Answer<typeof server.handoffs.list.query>['rows'][number];
export type Brief = Answer<typeof server.handoffs.brief.query>;
export type HandoffCounts = Answer<typeof server.handoffs.count.query>;
