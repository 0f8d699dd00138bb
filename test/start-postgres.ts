import type { TestProject } from 'vitest/node';
import { launchPostgres } from './launch-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The maintenance database of the tests' own PostgreSQL. It has no tables: take `createTestDatabase()`. */
    databaseUrl: string;
  }
}

/** One PostgreSQL for all integration tests of a run, with a migrated database to clone; gone afterwards. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await launchPostgres();
  project.provide('databaseUrl', url);
  return stop;
}
