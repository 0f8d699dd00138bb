import { createServer, type IncomingMessage } from 'node:http';
import type { MetricsRegistry } from '@sodate/services/telemetry/create-telemetry';
import { mayReadMetrics } from '@sodate/services/telemetry/may-read-metrics';

export interface MetricsServer {
  close(): Promise<void>;
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Answers /metrics on a port of the worker's own, by the API's rule. @throws where the port is taken. */
export async function serveMetrics({
  registry,
  port,
  host = '127.0.0.1',
  token,
}: {
  registry: MetricsRegistry;
  port: number;
  host?: string | undefined;
  token?: string | undefined;
}): Promise<MetricsServer> {
  const answer = async (request: IncomingMessage): Promise<{ status: number; type: string; body: string }> => {
    const text = 'text/plain; charset=utf-8';
    if (request.url?.split('?')[0] !== '/metrics') return { status: 404, type: text, body: 'see /metrics\n' };
    const { authorization } = request.headers;
    const isLoopback =
      request.headers['x-forwarded-for'] === undefined && loopback.has(request.socket.remoteAddress ?? '');
    if (!mayReadMetrics({ isLoopback, authorization, token }))
      return { status: 403, type: text, body: 'use "Authorization: Bearer METRICS_TOKEN"\n' };
    return { status: 200, type: registry.contentType, body: await registry.metrics() };
  };
  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
