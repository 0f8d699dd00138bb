import { createTelemetry } from '@sodate/services/telemetry/create-telemetry';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { scriptedChannel } from '../../../../test/hosts/test-engine.ts';
import { watchChannel } from './watch-channel.ts';

type Asked = Parameters<ReturnType<typeof watchChannel>['prepare']>[0];

/** As much of an effect as a scripted channel and a log line look at. */
function effectOf(given: Pick<Asked['effect'], 'key' | 'enrollmentId' | 'journeyId' | 'handoffId'>): Asked {
  return { effect: given } as Asked;
}

it('counts each claim and send by result, and logs what did not go through by its ids, without the address', async () => {
  const lines: string[] = [];
  const logger = pino({}, { write: (line: string) => lines.push(line) });
  const { telemetry, registry } = createTelemetry();
  const inner = scriptedChannel('mail');
  const channel = watchChannel({ channel: inner, telemetry, logger });
  inner.script.push({ kind: 'sent' }, { kind: 'surely-not', error: '550 <mari@sodate.test>', again: false });
  const ids = { key: 'enrollment/e/send/1', enrollmentId: 'e', journeyId: 'j', handoffId: null } as never;
  for (let turn = 0; turn < 2; turn++) {
    const prepared = await channel.prepare(effectOf(ids));
    if (prepared.kind === 'send') await prepared.errand.send({ limitMs: 1_000, beforeDot: async () => true });
  }
  const text = await registry.metrics();
  expect(text).toContain('sodate_claims_total{channel="mail",result="send"} 2');
  expect(text).toContain('sodate_sends_total{channel="mail",result="sent"} 1');
  expect(text).toContain('sodate_sends_total{channel="mail",result="surely-not"} 1');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    effect: 'enrollment/e/send/1',
    enrollment: 'e',
    journey: 'j',
    error: '550 <…@…>',
  });
});
