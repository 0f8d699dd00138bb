import type { server } from '../server/trpc.ts';

type Answer<Query extends (input: never) => Promise<unknown>> = Awaited<ReturnType<Query>>;

export type Passage = Answer<typeof server.enrollments.get.query>;
export type PassageStep = Answer<typeof server.enrollments.steps.query>['rows'][number];
export type VersionChange = Answer<typeof server.enrollments.versionChanges.query>[number];
export type PassageGraph = Answer<typeof server.enrollments.graph.query>;
