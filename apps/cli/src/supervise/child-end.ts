import type { ChildProcess } from 'node:child_process';
import type { Part } from './part.ts';

export function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Resolves when the process has ended, with how: its exit code or the signal. */
export function endOf(child: ChildProcess): Promise<string> {
  if (!isRunning(child)) return Promise.resolve(describe({ code: child.exitCode, signal: child.signalCode }));
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(describe({ code, signal })));
    child.once('error', (error) => resolve(error.message));
  });
}

/** Asks the process to end as its part wants it, and kills it where it does not in time. */
export async function endChild({ child, part }: { child: ChildProcess; part: Part }): Promise<void> {
  if (!isRunning(child)) return;
  const gone = endOf(child);
  child.kill(part.stopSignal);
  const timer = setTimeout(() => child.kill('SIGKILL'), part.stopWithinMs);
  await gone;
  clearTimeout(timer);
}

function describe({ code, signal }: { code: number | null; signal: NodeJS.Signals | null }): string {
  if (signal !== null) return signal;
  return code === null ? 'not started' : `exit code ${code}`;
}
