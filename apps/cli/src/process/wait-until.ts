import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks `check` every `everyMs` until it gives something other than undefined or false.
 * @throws Error naming `what`, after `withinMs`.
 */
export async function waitUntil<Value>({
  check,
  what,
  withinMs,
  everyMs = 50,
}: {
  check: () => Promise<Value | undefined | false> | Value | undefined | false;
  what: string;
  withinMs: number;
  everyMs?: number;
}): Promise<Value> {
  const end = performance.now() + withinMs;
  for (;;) {
    const value = await check();
    if (value !== undefined && value !== false) return value;
    if (performance.now() >= end) throw new Error(`${what}: not within ${Math.round(withinMs / 1_000)} s`);
    await sleep(everyMs);
  }
}
