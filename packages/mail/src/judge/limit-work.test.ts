import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { limitWork } from './limit-work.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A thread that gets `share` of each second that passes. */
function threadWith(share: number) {
  const began = Date.now();
  const user = () => (Date.now() - began) * 1_000 * share;
  return { cpuUsage: async (before = { user: 0, system: 0 }) => ({ user: user() - before.user, system: 0 }) };
}

async function watched({ share, forMs }: { share: number; forMs: number }) {
  const onOver = vi.fn();
  const end = limitWork({ worker: threadWith(share), limitMs: 1_000, onOver });
  await vi.advanceTimersByTimeAsync(forMs);
  end();
  return onOver;
}

it('stops a thread that has worked as long as it may', async () => {
  expect(await watched({ share: 1, forMs: 900 })).not.toHaveBeenCalled();
  expect(await watched({ share: 1, forMs: 1_100 })).toHaveBeenCalledOnce();
});

it('gives a thread that waits for a busy machine the time to finish', async () => {
  expect(await watched({ share: 0.4, forMs: 2_000 })).not.toHaveBeenCalled();
  expect(await watched({ share: 0.4, forMs: 2_800 })).toHaveBeenCalledOnce();
});

it('waits for no thread for ever', async () => {
  expect(await watched({ share: 0.01, forMs: 3_500 })).toHaveBeenCalledOnce();
});

it('says nothing once the watch has ended', async () => {
  const onOver = vi.fn();
  limitWork({ worker: threadWith(1), limitMs: 1_000, onOver })();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onOver).not.toHaveBeenCalled();
});

it('ends also while it is being told how much was worked', async () => {
  const told = Promise.withResolvers<{ user: number; system: number }>();
  const cpuUsage = vi.fn(async (before?: object) => (before === undefined ? { user: 0, system: 0 } : told.promise));
  const end = limitWork({ worker: { cpuUsage }, limitMs: 1_000, onOver: () => {} });
  await vi.advanceTimersByTimeAsync(1_000);
  end();
  told.resolve({ user: 0, system: 0 });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(cpuUsage).toHaveBeenCalledTimes(2);
});
