import { parseConfig } from '@sodate/services/config/parse-config';
import { startWorker } from '@sodate/worker/serve';
import { prepareBuilds } from '../build/prepare-builds.ts';
import { say } from '../terminal/terminal.ts';
import { serveUntilStopped } from './serve-until-stopped.ts';

/** `sodate worker`: carries passages and sends mail, for as many processes side by side as are wanted. */
export async function runWorker(): Promise<void> {
  const config = parseConfig({ environment: process.env });
  await prepareBuilds({ say, only: ['workflows'] });
  await serveUntilStopped(await startWorker({ config }));
}
