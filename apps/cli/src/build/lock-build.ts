import { rmSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isAlive } from '../process/read-command-line.ts';
import { readPid, tryLock } from '../process/try-lock.ts';
import { waitUntil } from '../process/wait-until.ts';

const longestMs = 5 * 60_000;

/**
 * Waits until no other process makes the same build: two starts at once would take each other's files away. A lock left by
 * a killed one is taken over. Gives the release. @throws Error where another takes longer than it may.
 */
export async function lockBuild(lockFile: string): Promise<() => void> {
  await mkdir(dirname(lockFile), { recursive: true });
  await waitUntil({
    check: () => {
      if (isLeft(lockFile)) rmSync(lockFile, { force: true });
      return tryLock(lockFile);
    },
    what: 'another build is done',
    withinMs: 2 * longestMs,
  });
  return () => rmSync(lockFile, { force: true });
}

function isLeft(lockFile: string): boolean {
  const since = statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs;
  if (since === undefined) return false;
  const pid = readPid(lockFile);
  return Date.now() - since > longestMs || (pid !== undefined && !isAlive(pid));
}
