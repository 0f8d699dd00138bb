import type { MetricsRegistry } from '@sodate/services/telemetry/create-telemetry';
import { mayReadMetrics } from '@sodate/services/telemetry/may-read-metrics';
import type { FastifyInstance } from 'fastify';
import { isLoopback } from './is-loopback.ts';

/** The measures as OpenMetrics text at /metrics, for this machine and for scrapers that have the token. */
export function mountMetrics({
  server,
  registry,
  token,
}: {
  server: FastifyInstance;
  registry: MetricsRegistry;
  token: string | undefined;
}): void {
  server.get('/metrics', async (request, reply) => {
    const { authorization } = request.headers;
    if (!mayReadMetrics({ isLoopback: isLoopback(request), authorization, token })) {
      return reply
        .code(403)
        .send({ error: 'metrics are read from this machine, or with "Authorization: Bearer METRICS_TOKEN"' });
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
