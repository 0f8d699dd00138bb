import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { signInByApi } from './e2e/sign-in-by-api.ts';
import { emptyFolder, preparedDataVariable, startSodate } from './e2e/start-sodate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The product that stories share, set up by the first admin. Take it by `withSharedSodate()`. */
    sharedSodate: { readonly url: string; readonly databaseUrl: string };
  }
}

/**
 * For browser tests: a data folder in which the product has been started once, and stopped, before anybody set it up,
 * which each start of theirs copies; and one that runs, for all stories that need none of their own.
 */
export default async function startProduct(project: TestProject): Promise<() => Promise<void>> {
  const prepared = await emptyFolder();
  await (await startSodate({ data: prepared })).stop();
  process.env[preparedDataVariable] = prepared;
  const shared = await startSodate();
  await signInByApi({ sodate: shared });
  project.provide('sharedSodate', { url: shared.url, databaseUrl: shared.databaseUrl });
  return async () => {
    await shared.remove();
    await rm(prepared, { recursive: true, force: true });
  };
}
