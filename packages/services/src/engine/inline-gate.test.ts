import { expect, it } from 'vitest';
import { InlineGate } from './inline-gate.ts';

function gateAt({ perSecond = Number.POSITIVE_INFINITY }: { perSecond?: number } = {}) {
  const clock = { ms: 0 };
  const gate = new InlineGate({ now: () => clock.ms, perSecond: () => perSecond, slowMs: 1_000, offMs: 60_000 });
  return { clock, gate };
}

it('lets at most eight sends of one channel run at once', () => {
  const { gate } = gateAt();
  const permits = Array.from({ length: 9 }, () => gate.tryEnter('mail'));
  expect(permits.filter(Boolean)).toHaveLength(8);
  permits[0]?.done(5);
  expect(gate.tryEnter('mail')).toBeDefined();
});

it('lets at most twenty-five sends run in the process', () => {
  const { gate } = gateAt();
  const permits = ['a', 'b', 'c', 'd'].flatMap((channel) => Array.from({ length: 8 }, () => gate.tryEnter(channel)));
  expect(permits.filter(Boolean)).toHaveLength(25);
});

it('turns inline sending off for a minute once half of the last twenty were slow', () => {
  const { clock, gate } = gateAt();
  for (let sent = 0; sent < 20; sent++) gate.tryEnter('mail')?.done(sent % 2 === 0 ? 2_000 : 10);
  expect(gate.tryEnter('mail')).toBeUndefined();
  clock.ms = 60_000;
  expect(gate.tryEnter('mail')).toBeDefined();
});

it('keeps to the inline share of the rate', () => {
  const { clock, gate } = gateAt({ perSecond: 2 });
  const enter = () => {
    const permit = gate.tryEnter('mail');
    permit?.done(1);
    return permit !== undefined;
  };
  expect([enter(), enter()]).toEqual([true, false]);
  clock.ms = 500;
  expect([enter(), enter()]).toEqual([true, false]);
});

it('learns nothing about the channel from a permit that was not used', () => {
  const { gate } = gateAt();
  for (let sent = 0; sent < 10; sent++) gate.tryEnter('mail')?.done(2_000);
  for (let asked = 0; asked < 20; asked++) gate.tryEnter('mail')?.unused();
  for (let sent = 0; sent < 10; sent++) gate.tryEnter('mail')?.done(10);
  expect(gate.tryEnter('mail')).toBeUndefined();
});
