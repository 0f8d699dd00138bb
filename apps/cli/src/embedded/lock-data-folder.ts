import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readCommandLine } from '../process/read-command-line.ts';
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

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function alreadyRunning({ pid, url }: { pid: number | undefined; url: string | undefined }): CommandError {
  const place = url === undefined ? '' : ` ${url}`;
  return new CommandError({
    ja: `Sodate はこのデータのフォルダですでに動いています（プロセス ${pid}）。${place} そちらを開くか、止めてから起動してください。`,
    en: `Sodate already runs on this data folder (process ${pid}).${place} Open that one, or stop it first.`,
  });
}
