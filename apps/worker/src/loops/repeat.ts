import type { Logger } from '@sodate/services/context';

export interface Repeating {
  /** Lets the turn under way end, and makes no more. */
  stop(): Promise<void>;
}

/**
 * Does `work` again and again, each time after the span it asked for. A turn that throws is logged and tried again
 * after `afterFaultMs`.
 */
export function repeat({
  name,
  work,
  afterFaultMs,
  logger,
}: {
  name: string;
  /** Gives how long to wait before the next turn. */
  work: () => Promise<number>;
  afterFaultMs: number;
  logger: Logger;
}): Repeating {
  let stopped = false;
  let wake: (() => void) | undefined;
  const pause = (spanMs: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, spanMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!stopped) {
      const spanMs = await turn({ name, work, afterFaultMs, logger });
      if (!stopped && spanMs > 0) await pause(spanMs);
    }
  };
  const running = run();
  return {
    stop: () => {
      stopped = true;
      wake?.();
      return running;
    },
  };
}

async function turn({
  name,
  work,
  afterFaultMs,
  logger,
}: {
  name: string;
  work: () => Promise<number>;
  afterFaultMs: number;
  logger: Logger;
}): Promise<number> {
  try {
    return await work();
  } catch (error) {
    logger.warn({ loop: name, error }, 'a turn failed and will be tried again');
    return afterFaultMs;
  }
}
