import { setTimeout as sleep } from 'node:timers/promises';

export interface Busy {
  /** Lets the turn under way end. Rejects with the first fault of any turn. */
  stop(): Promise<void>;
  /** Rejects with the first fault; never resolves. */
  readonly broken: Promise<never>;
}

/** Does `work` again and again until stopped, with a pause of `pauseMs()` before each turn. */
export function keepBusy({ work, pauseMs }: { work: () => Promise<void>; pauseMs: () => number }): Busy {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      await sleep(pauseMs(), undefined, { signal: stopping.signal }).catch(() => {});
      if (!stopping.signal.aborted) await work();
    }
  };
  const running = run();
  const broken = new Promise<never>((...[, reject]) => {
    running.catch(reject);
  });
  broken.catch(() => {});
  return {
    broken,
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}
