import { describe, expect, it } from 'vitest';
import { createTelemetry } from './create-telemetry.ts';
import { mayReadMetrics } from './may-read-metrics.ts';

/** The lines by family, as OpenMetrics 1.0 has them: metadata first, its samples after, "# EOF" last. */
function parseOpenMetrics(text: string): ReadonlyMap<string, { type: string; samples: readonly string[] }> {
  const families = new Map<string, { type: string; samples: string[] }>();
  const lines = text.split('\n');
  expect(lines.slice(-2)).toEqual(['# EOF', '']);
  let current = '';
  for (const line of lines.slice(0, -2)) {
    const [, type, name] = /^# (HELP|TYPE|UNIT) ([a-zA-Z_:][a-zA-Z0-9_:]*) /.exec(line) ?? [];
    if (name !== undefined) {
      if (name !== current) expect(families.has(name), `${name} comes twice`).toBe(false);
      current = name;
      const known = families.get(name) ?? { type: '', samples: [] };
      families.set(name, known);
      if (type === 'TYPE') known.type = line.split(' ')[3] ?? '';
      continue;
    }
    expect(line).toMatch(
      /^[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_][a-zA-Z0-9_]*="[^"\n]*",?)*\})? (NaN|[+-]?Inf|[-+0-9.e]+)/i,
    );
    expect(line.startsWith(current), `${line} stands under ${current}`).toBe(true);
    families.get(current)?.samples.push(line);
  }
  for (const [name, { type, samples }] of families) {
    if (type !== 'counter') continue;
    expect(name, 'the family of a counter has no _total').not.toMatch(/_total$/);
    for (const sample of samples) expect(sample).toMatch(/^[a-zA-Z0-9_:]+_(total|created)\b/);
  }
  return families;
}

describe('createTelemetry', () => {
  it('tells its measures by the rules of OpenMetrics', async () => {
    const { telemetry, registry } = createTelemetry();
    telemetry.hopped({ lateMs: 300 });
    telemetry.hopped({ lateMs: -5 });
    telemetry.sent({ channel: 'mail', result: 'sent' });
    telemetry.claimed({ channel: 'mail', result: 'send' });
    telemetry.received({ accepted: 3, rejected: 1 });
    telemetry.answered({ method: 'GET', route: '/m/:token', status: 200, tookMs: 12 });
    await telemetry.around({ name: 'look', ids: { enrollment: '0199-secret' } }, async () => 'done');
    await expect(
      telemetry.around({ name: 'look' }, async () => {
        throw new Error('mari@sodate.test');
      }),
    ).rejects.toThrow('mari');

    expect(registry.contentType).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
    const text = await registry.metrics();
    const families = parseOpenMetrics(text);
    expect(families.get('sodate_sends')).toMatchObject({
      type: 'counter',
      samples: ['sodate_sends_total{channel="mail",result="sent"} 1'],
    });
    expect(families.get('sodate_hop_lateness_seconds')?.samples).toContain('sodate_hop_lateness_seconds_count 2');
    expect(families.get('sodate_work_seconds')?.samples).toContain(
      'sodate_work_seconds_count{work="look",result="failed"} 1',
    );
    expect(families.get('sodate_http_request_seconds')?.type).toBe('histogram');
    expect(families.has('process_cpu_seconds')).toBe(true);
    expect(text).not.toMatch(/secret|mari@/);
  });
});

describe('mayReadMetrics', () => {
  const token = 'a-token-of-sixteen';

  it('lets this machine read, and whoever has the token', () => {
    expect(mayReadMetrics({ isLoopback: true, authorization: undefined, token: undefined })).toBe(true);
    expect(mayReadMetrics({ isLoopback: false, authorization: `Bearer ${token}`, token })).toBe(true);
  });

  it('refuses everybody else', () => {
    expect(mayReadMetrics({ isLoopback: false, authorization: undefined, token })).toBe(false);
    expect(mayReadMetrics({ isLoopback: false, authorization: 'Bearer undefined', token: undefined })).toBe(false);
    expect(mayReadMetrics({ isLoopback: false, authorization: `Bearer ${token}x`, token })).toBe(false);
  });
});
