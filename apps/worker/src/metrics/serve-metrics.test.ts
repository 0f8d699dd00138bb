import { findFreePort } from '@sodate/cli/process/find-free-port';
import { createTelemetry } from '@sodate/services/telemetry/create-telemetry';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MetricsServer, serveMetrics } from './serve-metrics.ts';

const token = 'a-token-of-sixteen';
let server: MetricsServer;
let url: string;

beforeAll(async () => {
  const port = await findFreePort();
  url = `http://127.0.0.1:${port}`;
  server = await serveMetrics({ registry: createTelemetry().registry, port, token });
});

afterAll(() => server.close());

/** A request that a proxy has passed on comes from elsewhere. */
function askFromElsewhere(headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9', ...headers } });
}

it('answers this machine, and whoever has the token', async () => {
  const own = await fetch(`${url}/metrics`);
  expect(own.headers.get('content-type')).toContain('application/openmetrics-text');
  expect(await own.text()).toContain('process_cpu_seconds_total');
  expect((await askFromElsewhere({ authorization: `Bearer ${token}` })).status).toBe(200);
});

it('refuses everybody else, and has nothing but the measures', async () => {
  expect((await askFromElsewhere()).status).toBe(403);
  expect((await fetch(`${url}/`)).status).toBe(404);
});
