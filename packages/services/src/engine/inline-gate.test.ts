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

it('gives room to one that waits as soon as a send ends', async () => {
  const { gate } = gateAt();
  const permits = Array.from({ length: 8 }, () => gate.tryEnter('mail'));
  const waiting = gate.waitForRoom({ channel: 'mail', withinMs: 60_000 });
  permits[3]?.done(5);
  expect(await waiting).toBe(true);
  expect(gate.tryEnter('mail')).toBeDefined();
});

it('says after a while that no room came', async () => {
  const { gate } = gateAt();
  for (let sent = 0; sent < 8; sent++) gate.tryEnter('mail');
  expect(await gate.waitForRoom({ channel: 'mail', withinMs: 1 })).toBe(false);
});

it('has nobody wait for room where room is not what is missing', async () => {
  const { gate } = gateAt({ perSecond: 1 });
  gate.tryEnter('mail');
  expect(gate.tryEnter('mail')).toBeUndefined();
  expect(await gate.waitForRoom({ channel: 'mail', withinMs: 60_000 })).toBe(false);
});

it('lets a rush queue instead of waiting', async () => {
  const { gate } = gateAt();
  const permits = Array.from({ length: 8 }, () => gate.tryEnter('mail'));
  const waiting = Array.from({ length: 16 }, () => gate.waitForRoom({ channel: 'mail', withinMs: 60_000 }));
  expect(await gate.waitForRoom({ channel: 'mail', withinMs: 60_000 })).toBe(false);
  for (const permit of permits) permit?.done(5);
  for (let sent = 0; sent < 8; sent++) gate.tryEnter('mail')?.done(5);
  expect(await Promise.all(waiting)).toEqual(Array.from({ length: 16 }, () => true));
});
