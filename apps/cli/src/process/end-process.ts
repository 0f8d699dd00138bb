import { isAlive, readCommandLine } from './read-command-line.ts';
import { waitUntil } from './wait-until.ts';

/**
 * Ends a process by the signal, and by SIGKILL where it is still there after `withinMs`. Only if its command line
 * holds `mark`: a pid may belong to somebody else by now. True where there was one to end.
 */
export async function endProcess({
  pid,
  mark,
  signal,
  withinMs,
}: {
  pid: number;
  mark: string;
  signal: NodeJS.Signals;
  withinMs: number;
}): Promise<boolean> {
  const line = await readCommandLine(pid);
  if (!line?.includes(mark)) return false;
  process.kill(pid, signal);
  const gone = async () => !isAlive(pid) || !(await readCommandLine(pid));
  await waitUntil({ check: gone, what: `process ${pid} ends`, withinMs }).catch(async () => {
    process.kill(pid, 'SIGKILL');
    await waitUntil({ check: gone, what: `process ${pid} ends after SIGKILL`, withinMs: 15_000 });
  });
  return true;
}
