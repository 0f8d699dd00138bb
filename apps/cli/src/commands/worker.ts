import { parseConfig } from '@sodate/services/config/parse-config';
import { startWorker } from '@sodate/worker/serve';
import { prepareBuilds } from '../build/prepare-builds.ts';
import { checkDatabase } from '../embedded/check-database.ts';
import { checkTemporal } from '../embedded/check-temporal.ts';
import { say } from '../terminal/terminal.ts';
import { serveUntilStopped } from './serve-until-stopped.ts';

/** `sodate worker`: carries passages and sends mail, for as many processes side by side as are wanted. */
export async function runWorker(): Promise<void> {
  const config = parseConfig({ environment: process.env });
  await checkDatabase({ url: config.databaseUrl });
  await checkTemporal({ address: config.temporalAddress, namespace: config.temporalNamespace });
  await prepareBuilds({ say, only: ['workflows'] });
  await serveUntilStopped(await startWorker({ config }));
}
