/** The part of a worker that tells how much it has worked, in microseconds since `before`. */
export interface Working {
  cpuUsage(before?: { user: number; system: number }): Promise<{ user: number; system: number }>;
}

/** However little a thread has worked, so many times its limit are the most that is waited for it. */
const mostTimes = 3;

/**
 * Calls `onOver` once the worker has worked for `limitMs`, by its own clock: on a busy machine it is given more time, up
 * to three times as much. @returns what ends the watch.
 */
export function limitWork({
  worker,
  limitMs,
  onOver,
}: {
  worker: Working;
  limitMs: number;
  onOver: () => void;
}): () => void {
  const began = worker.cpuUsage().catch(() => undefined);
  let next: NodeJS.Timeout;
  let ended = false;
  const look = async () => {
    const before = await began;
    // A thread that has ended tells nothing more, and is noticed by its end.
    const spent = before && (await worker.cpuUsage(before).catch(() => undefined));
    if (spent === undefined || ended) return;
    const leftMs = limitMs - (spent.user + spent.system) / 1_000;
    if (leftMs <= 0) onOver();
    else next = setTimeout(look, Math.max(leftMs, 50));
  };
  next = setTimeout(look, limitMs);
  const last = setTimeout(onOver, limitMs * mostTimes);
  return () => {
    ended = true;
    clearTimeout(next);
    clearTimeout(last);
  };
}
