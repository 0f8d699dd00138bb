import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { CommandError } from '../terminal/command-error.ts';

const run = promisify(execFile);
const program = process.platform === 'win32' ? 'temporal.exe' : 'temporal';
/** Fair sharing of task queues came with server 1.29. */
const oldestServer = { major: 1, minor: 29 };

/** Where downloads and builds are kept for all copies of Sodate of this user. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sodate');
}

/** The place of our own Temporal program, whether it is there or not. */
export function cachedTemporal(env: NodeJS.ProcessEnv): string {
  return join(cacheFolder(env), program);
}

/**
 * The Temporal program on this machine: SODATE_TEMPORAL_CLI, else one on the PATH that is new enough, else the
 * user's cache folder. Undefined where there is none.
 * @throws CommandError where SODATE_TEMPORAL_CLI names no program, or one that is too old.
 */
export async function findTemporal(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const named = env.SODATE_TEMPORAL_CLI;
  if (named) {
    if (await isUsable(named)) return named;
    throw new CommandError({
      ja: `SODATE_TEMPORAL_CLI（${named}）は、サーバー 1.29 以上の Temporal ではありません。正しい場所を指定するか、指定を外してください。`,
      en: `SODATE_TEMPORAL_CLI is ${named}, which is not a Temporal program with server 1.29 or newer. Correct it, or unset it.`,
    });
  }
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const file of [...onPath.map((folder) => join(folder, program)), cachedTemporal(env)]) {
    if (await isUsable(file)) return file;
  }
  return undefined;
}

async function isUsable(file: string): Promise<boolean> {
  const executable = await access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!executable) return false;
  const { stdout } = await run(file, ['--version'], { timeout: 30_000 }).catch(() => ({ stdout: '' }));
  const [, major, minor] = /Server (\d+)\.(\d+)/.exec(stdout) ?? [];
  if (major === undefined || minor === undefined) return false;
  return Number(major) === oldestServer.major
    ? Number(minor) >= oldestServer.minor
    : Number(major) > oldestServer.major;
}
