/**
 * Sends spans to an OpenTelemetry collector by OTLP over HTTP. Everything it needs is loaded here and only when asked:
 * an installation without traces does not pay for them. Ends with the process; what is unsent is given two seconds.
 */
export async function startTracing({
  url,
  service,
}: {
  url: string;
  service: string;
}): Promise<{ stop(): Promise<void> }> {
  const [{ OTLPTraceExporter }, { BatchSpanProcessor }, { NodeTracerProvider }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/resources'),
    ]);
  const exporter = new OTLPTraceExporter({ url: `${url.replace(/\/$/, '')}/v1/traces`, timeoutMillis: 2_000 });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  return { stop: () => provider.shutdown().catch(() => undefined) };
}
