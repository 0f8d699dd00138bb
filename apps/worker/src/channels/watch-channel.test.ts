import { createTelemetry } from '@sodate/services/telemetry/create-telemetry';
import { faultSerializers } from '@sodate/services/telemetry/describe-fault';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { scriptedChannel } from '../../../../test/hosts/test-engine.ts';
import { watchChannel } from './watch-channel.ts';

type Asked = Parameters<ReturnType<typeof watchChannel>['prepare']>[0];

/** As much of an effect as a scripted channel and a log line look at. */
function effectOf(given: Partial<Asked['effect']>): Asked {
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

it('logs an effect that throws once, with its type, lead’s passage, attempt, words and stack', async () => {
  const lines: string[] = [];
  const logger = pino({ serializers: faultSerializers }, { write: (line: string) => lines.push(line) });
  const { telemetry, registry } = createTelemetry();
  const send = () => Promise.reject(new TypeError('no calendar for mari@sodate.test'));
  const inner = {
    ...scriptedChannel('external'),
    prepare: async () => ({ kind: 'send' as const, errand: { limitMs: 1_000, send } }),
  };
  const channel = watchChannel({ channel: inner, telemetry, logger });
  const row = {
    key: 'enrollment/e/book/1',
    enrollmentId: 'e',
    journeyId: 'j',
    handoffId: null,
    kind: 'visit-booking',
    node: 'book',
    attempt: 2,
  };
  const prepared = await channel.prepare({ effect: row } as never);
  if (prepared.kind !== 'send') throw new Error('nothing to send');
  await expect(prepared.errand.send({ limitMs: 1_000, beforeDot: async () => true })).rejects.toThrow('no calendar');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 50,
    type: 'visit-booking',
    node: 'book',
    enrollment: 'e',
    attempt: 3,
    error: {
      name: 'TypeError',
      message: 'no calendar for …@…',
      stack: expect.stringMatching(/^TypeError: no calendar for …@…\n +at .*watch-channel\.test\.ts/),
    },
  });
  expect(await registry.metrics()).toContain('sodate_sends_total{channel="external",result="unknown"} 1');
});
