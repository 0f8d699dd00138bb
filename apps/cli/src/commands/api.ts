import { startApi } from '@sodate/api/serve';
import { parseConfig } from '@sodate/services/config/parse-config';
import { prepareBuilds } from '../build/prepare-builds.ts';
import { checkDatabase } from '../embedded/check-database.ts';
import { say } from '../terminal/terminal.ts';
import { serveUntilStopped } from './serve-until-stopped.ts';

/** `sodate api`: the API and the editor, for as many processes side by side as are wanted. */
export async function runApi(): Promise<void> {
  const config = parseConfig({ environment: process.env });
  await checkDatabase({ url: config.databaseUrl });
  await prepareBuilds({ say, only: ['editor', 'tracker'] });
  await serveUntilStopped(await startApi({ config }));
}
