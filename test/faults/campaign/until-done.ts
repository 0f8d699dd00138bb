import { setTimeout as sleep } from 'node:timers/promises';

const everyMs = 250;
const withinMs = 180_000;

/**
 * Tries again until something other than false is given: what it needs may be dead at the moment. @throws
 * RefusedError at once where `work` did; Error, with the last fault as its cause, where it has not worked for three minutes.
 */
export async function untilDone<Value>(what: string, work: () => Promise<Value | false>): Promise<Value> {
  const end = performance.now() + withinMs;
  for (;;) {
    const fault = await work().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if ('value' in fault && fault.value !== false) return fault.value;
    if ('error' in fault && fault.error instanceof RefusedError) throw fault.error;
    if (performance.now() > end) throw new Error(`${what}: not for three minutes`, { cause: fault });
    await sleep(everyMs);
  }
}

/** The answer is no, and asking again will not change it. */
export class RefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RefusedError';
  }
}
