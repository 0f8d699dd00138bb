import { SpanStatusCode, trace } from '@opentelemetry/api';
import {
  Counter,
  collectDefaultMetrics,
  Histogram,
  type OpenMetricsContentType,
  openMetricsContentType,
  Registry,
} from 'prom-client';
import type { MeasuredWork, Telemetry } from './telemetry.ts';

export type MetricsRegistry = Registry<OpenMetricsContentType>;

const workSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const lateSeconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 900, 3_600, 21_600];

/**
 * The measures of one process, its own (CPU, memory, event loop) included. Labels are bounded: kinds of work, channels,
 * results, routes; never an id, a name or an address. Each piece of work is a span where a tracer has been registered.
 */
export function createTelemetry(): { readonly telemetry: Telemetry; readonly registry: MetricsRegistry } {
  const registry: MetricsRegistry = new Registry<OpenMetricsContentType>();
  registry.setContentType(openMetricsContentType);
  collectDefaultMetrics({ register: registry });
  const meters = createMeters(registry);
  const telemetry: Telemetry = {
    around: (work, run) =>
      traced(work, async () => {
        const end = meters.work.startTimer({ work: work.name });
        try {
          const result = await run();
          end({ result: 'well' });
          return result;
        } catch (error) {
          end({ result: 'failed' });
          throw error;
        }
      }),
    hopped: ({ lateMs }) => meters.late.observe(Math.max(0, lateMs) / 1_000),
    sent: (labels) => meters.sends.inc(labels),
    claimed: (labels) => meters.claims.inc(labels),
    received: ({ accepted, rejected }) => {
      meters.events.inc({ result: 'accepted' }, accepted);
      meters.events.inc({ result: 'rejected' }, rejected);
    },
    answered: ({ method, route, status, tookMs }) =>
      meters.requests.observe({ method, route, status: String(status) }, tookMs / 1_000),
  };
  return { telemetry, registry };
}

function createMeters(registry: MetricsRegistry) {
  const registers = [registry];
  return {
    work: new Histogram({
      name: 'sodate_work_seconds',
      help: 'Time taken by looks, the transactions in them (turns), claims, sends, queued effects and stored events.',
      labelNames: ['work', 'result'] as const,
      buckets: workSeconds,
      registers,
    }),
    late: new Histogram({
      name: 'sodate_hop_lateness_seconds',
      help: 'How long after its deadline or event each hop was made; its count is the number of hops.',
      buckets: lateSeconds,
      registers,
    }),
    sends: new Counter({
      name: 'sodate_sends_total',
      help: 'Tries to send, by channel and what became of them.',
      labelNames: ['channel', 'result'] as const,
      registers,
    }),
    claims: new Counter({
      name: 'sodate_claims_total',
      help: 'Effects asked whether they may be sent now, by channel and answer.',
      labelNames: ['channel', 'result'] as const,
      registers,
    }),
    events: new Counter({
      name: 'sodate_events_received_total',
      help: 'Events that sites and servers sent in, accepted or rejected.',
      labelNames: ['result'] as const,
      registers,
    }),
    requests: new Histogram({
      name: 'sodate_http_request_seconds',
      help: 'Time taken to answer HTTP requests, by route.',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: workSeconds,
      registers,
    }),
  };
}

const tracer = trace.getTracer('sodate');

/** Costs next to nothing while no tracer is registered. */
function traced<Result>({ name, ids = {} }: MeasuredWork, run: () => Promise<Result>): Promise<Result> {
  const attributes = Object.fromEntries(Object.entries(ids).map(([key, id]) => [`sodate.${key}`, id]));
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await run();
    } catch (error) {
      // The name alone: a message may hold the parameters of a query.
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'fault' });
      throw error;
    } finally {
      span.end();
    }
  });
}
