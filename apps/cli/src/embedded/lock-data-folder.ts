import { rmSync } from 'node:fs';
import { readCommandLine } from '../process/read-command-line.ts';
import { readPid, tryLock } from '../process/try-lock.ts';
import { CommandError } from '../terminal/command-error.ts';
import { readRunning } from './running-file.ts';

/** The commands that use the folder for themselves. */
const users = ['start', 'backup', 'restore'];

/**
 * Makes sure that one Sodate alone uses the folder. A lock left by a killed run is taken over. Gives the release.
 * @throws CommandError where another one runs, with its address.
 */
export async function lockDataFolder({
  lockFile,
  runningFile,
}: {
  lockFile: string;
  runningFile: string;
}): Promise<() => void> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (tryLock(lockFile)) return () => rmSync(lockFile, { force: true });
    const pid = readPid(lockFile);
    const line = pid === undefined || pid === process.pid ? undefined : await readCommandLine(pid);
    if (users.some((name) => line?.includes(name))) throw alreadyRunning({ pid, url: readRunning(runningFile)?.url });
    rmSync(lockFile, { force: true });
  }
  throw alreadyRunning({ pid: readPid(lockFile), url: undefined });
}

function alreadyRunning({ pid, url }: { pid: number | undefined; url: string | undefined }): CommandError {
  const place = url === undefined ? '' : ` ${url}`;
  return new CommandError({
    ja: `Sodate はこのデータのフォルダですでに動いています（プロセス ${pid}）。${place} そちらを開くか、止めてから起動してください。`,
    en: `Sodate already runs on this data folder (process ${pid}).${place} Open that one, or stop it first.`,
  });
}
