import type { Config } from '@sodate/services/config/config';
import { createTelemetry } from '@sodate/services/telemetry/create-telemetry';
import { startTracing } from '@sodate/services/telemetry/start-tracing';
import type { Telemetry } from '@sodate/services/telemetry/telemetry';
import { serveMetrics } from './serve-metrics.ts';

export type MeasuresConfig = Pick<Config, 'metricsPort' | 'metricsHost' | 'metricsToken' | 'tracesTo'>;

/** A worker's measures: counted always, served on a port and sent as traces where the settings say so. */
export async function openMeasures({
  config: { metricsPort, metricsHost, metricsToken, tracesTo },
}: {
  config: MeasuresConfig;
}): Promise<{ readonly telemetry: Telemetry; close(): Promise<void> }> {
  const tracing = tracesTo === undefined ? undefined : await startTracing({ url: tracesTo, service: 'sodate-worker' });
  const { telemetry, registry } = createTelemetry();
  const served =
    metricsPort === undefined
      ? undefined
      : await serveMetrics({ registry, port: metricsPort, host: metricsHost, token: metricsToken });
  return {
    telemetry,
    close: async () => {
      await served?.close();
      await tracing?.stop();
    },
  };
}
