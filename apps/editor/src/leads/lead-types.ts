import type { server } from '../server/trpc.ts';

type Answer<Query extends (input: never) => Promise<unknown>> = Awaited<ReturnType<Query>>;

export type ListedLead = Answer<typeof server.leads.list.query>['rows'][number];
export type LeadDetail = Answer<typeof server.leads.get.query>;
export type TimelineEvent = Answer<typeof server.leads.timeline.query>['rows'][number];
export type TimelineKind = TimelineEvent['kind'];
export type ScoreCurve = Answer<typeof server.leads.score.query>;
export type ListedPassage = Answer<typeof server.leads.passages.query>[number];
