import { startApi } from '@sodate/api/serve';
import { parseConfig } from '@sodate/services/config/parse-config';
import { serveUntilStopped } from './serve-until-stopped.ts';

/** `sodate api`: the API and the editor, for as many processes side by side as are wanted. */
export async function runApi(): Promise<void> {
  const api = await startApi({ config: parseConfig({ environment: process.env }) });
  await serveUntilStopped(api);
}
