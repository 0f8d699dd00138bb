import { rm } from 'node:fs/promises';
import { emptyFolder, preparedDataVariable, startSodate } from './e2e/start-sodate.ts';

/** For browser tests: a data folder in which the product has been started once, and stopped, before anybody set it up. */
export default async function startProduct(): Promise<() => Promise<void>> {
  const folder = await emptyFolder();
  const sodate = await startSodate({ data: folder });
  await sodate.stop();
  process.env[preparedDataVariable] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
