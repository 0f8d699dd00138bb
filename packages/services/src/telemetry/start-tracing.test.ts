import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTelemetry } from './create-telemetry.ts';
import { startTracing } from './start-tracing.ts';

let sink: Server;
let url: string;
const bodies: string[] = [];

/** A collector that keeps what it is sent. */
beforeAll(async () => {
  sink = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(`${request.url} ${Buffer.concat(chunks).toString()}`);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  const address = sink.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(() => sink.close());

it('sends a span for each piece of work, one within the other, with ids and without what went wrong in words', async () => {
  const tracing = await startTracing({ url, service: 'sodate-test' });
  const { telemetry } = createTelemetry();
  await telemetry.around({ name: 'look', ids: { enrollment: 'e-1' } }, () =>
    telemetry
      .around({ name: 'send', ids: { effect: 'enrollment/e-1/mail/1' } }, async () => {
        throw new TypeError('550 mari@sodate.test');
      })
      .catch(() => undefined),
  );
  await tracing.stop();
  await vi.waitFor(() => expect(bodies).not.toEqual([]));
  const [body = ''] = bodies;
  expect(body).toMatch(/^\/v1\/traces /);
  const { resourceSpans } = JSON.parse(body.replace('/v1/traces ', ''));
  const spans = resourceSpans[0].scopeSpans[0].spans;
  const look = spans.find(({ name }: { name: string }) => name === 'look');
  const send = spans.find(({ name }: { name: string }) => name === 'send');
  expect(send.parentSpanId).toBe(look.spanId);
  expect(look.attributes).toContainEqual({ key: 'sodate.enrollment', value: { stringValue: 'e-1' } });
  expect(send.status).toEqual({ code: 2, message: 'TypeError' });
  expect(body).toContain('sodate-test');
  expect(body).not.toContain('mari@');
});
