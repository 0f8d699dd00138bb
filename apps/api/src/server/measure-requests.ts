import { SpanKind, SpanStatusCode, context as spans, trace } from '@opentelemetry/api';
import type { Context } from '@sodate/services/context';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const tracer = trace.getTracer('sodate');

/** Notes each request by its route, never by its address: paths hold ids and tokens, and there are endlessly many. */
export function measureRequests({ server, context }: { server: FastifyInstance; context: Context }): void {
  const open = new WeakMap<FastifyRequest, ReturnType<typeof tracer.startSpan>>();
  // What the request does becomes part of its span; without a tracer this costs next to nothing.
  server.addHook('onRequest', (...[request, , done]) => {
    const route = request.routeOptions.url ?? 'none';
    const span = tracer.startSpan(`${request.method} ${route}`, {
      kind: SpanKind.SERVER,
      attributes: { 'http.request.method': request.method, 'http.route': route },
    });
    open.set(request, span);
    spans.with(trace.setSpan(spans.active(), span), done);
  });
  server.addHook('onResponse', async (request, reply) => {
    const { statusCode: status, elapsedTime: tookMs } = reply;
    const route = request.routeOptions.url ?? 'none';
    context.telemetry?.answered({ method: request.method, route, status, tookMs });
    const span = open.get(request);
    span?.setAttribute('http.response.status_code', status);
    if (status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
}
