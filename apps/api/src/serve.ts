import { openRenewablePool } from '@sodate/database/renewable-pool';
import { loadInstalledNodeTypes } from '@sodate/nodes/kit/load-installed-node-types';
import type { Config } from '@sodate/services/config/config';
import { type Context, systemClock } from '@sodate/services/context';
import { ensureSecret } from '@sodate/services/secret/ensure-secret';
import { createTelemetry } from '@sodate/services/telemetry/create-telemetry';
import { faultSerializers } from '@sodate/services/telemetry/describe-fault';
import { registerGauges } from '@sodate/services/telemetry/register-gauges';
import { startTracing } from '@sodate/services/telemetry/start-tracing';
import { realTimings, type Timings } from '@sodate/services/timings';
import { pino } from 'pino';
import { createAuth } from './auth.ts';
import { renewWhenSilent } from './renew-when-silent.ts';
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
  const logger = pino({ name: 'api', level: config.logLevel, serializers: faultSerializers });
  const { tracesTo } = config;
  const tracing = tracesTo === undefined ? undefined : await startTracing({ url: tracesTo, service: 'sodate-api' });
  const { telemetry, registry } = createTelemetry();
  const pool = openRenewablePool({ url: config.databaseUrl, size: 20, name: 'sodate-api' });
  const probe = openRenewablePool({ url: config.databaseUrl, size: 1, name: 'sodate-api-probe' });
  const closePools = () => Promise.all([pool.close(), probe.close()]);
  try {
    const context: Context = {
      get database() {
        return pool.database;
      },
      actor: { kind: 'system' },
      clock: systemClock,
      timings,
      nodeTypes: await loadInstalledNodeTypes({ onBroken: (broken) => logger.warn(broken, 'node type left out') }),
      logger,
      telemetry,
      publicUrl: config.publicUrl,
      demo: config.demo,
    };
    registerGauges({ context, registry });
    const auth = createAuth({ context, secret: await ensureSecret({ context, name: 'sign-in' }) });
    const server = await createServer({ config, context, auth, logger, registry });
    const url = await server.listen({ host: config.host, port: config.port });
    const stopAsking = renewWhenSilent({ context, pool, probe });
    return {
      url,
      close: async () => {
        stopAsking();
        await server.close();
        await closePools();
        await tracing?.stop();
      },
    };
  } catch (error) {
    await closePools();
    throw error;
  }
}
