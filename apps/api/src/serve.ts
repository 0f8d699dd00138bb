import { connect } from '@sodate/database/connect';
import { loadInstalledNodeTypes } from '@sodate/nodes/kit/load-installed-node-types';
import type { Config } from '@sodate/services/config/config';
import { type Context, systemClock } from '@sodate/services/context';
import { ensureSecret } from '@sodate/services/secret/ensure-secret';
import { realTimings, type Timings } from '@sodate/services/timings';
import { pino } from 'pino';
import { createAuth } from './auth.ts';
import { createServer } from './server/create-server.ts';

export interface RunningApi {
  /** Where it listens. */
  readonly url: string;
  /** Lets requests under way finish, then ends streams and the database pool. */
  close(): Promise<void>;
}

/** Starts the API on the migrated database of `config`. @throws where the port is taken or the database refuses. */
export async function startApi({
  config,
  timings = realTimings,
}: {
  config: Config;
  timings?: Timings;
}): Promise<RunningApi> {
  const logger = pino({ name: 'api', level: config.logLevel });
  const pool = connect({ url: config.databaseUrl, size: 20, name: 'sodate-api' });
  try {
    const context: Context = {
      database: pool.database,
      actor: { kind: 'system' },
      clock: systemClock,
      timings,
      nodeTypes: await loadInstalledNodeTypes({ onBroken: (broken) => logger.warn(broken, 'node type left out') }),
      logger,
      publicUrl: config.publicUrl,
    };
    const auth = createAuth({ context, secret: await ensureSecret({ context, name: 'sign-in' }) });
    const server = await createServer({ config, context, auth, logger });
    const url = await server.listen({ host: config.host, port: config.port });
    return { url, close: () => server.close().then(() => pool.close()) };
  } catch (error) {
    await pool.close();
    throw error;
  }
}
