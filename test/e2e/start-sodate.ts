import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findEmbeddedDatabase } from '@sodate/cli/embedded/find-embedded-database';
import { readRunning } from '@sodate/cli/embedded/running-file';
import { findFreePort } from '@sodate/cli/process/find-free-port';
import { runCommand } from '@sodate/cli/process/run-command';
import { waitUntil } from '@sodate/cli/process/wait-until';

const main = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));

export interface TestSodate {
  readonly url: string;
  /** Opens set-up while there is no user, else signs the first admin in; good once. */
  readonly signInUrl: string;
  readonly data: string;
  readonly pid: number;
  /** Where the embedded database can be reached, for looking behind the product. */
  readonly databaseUrl: string;
  /** What it has written to the terminal so far. */
  output(): string;
  /** SIGTERM; resolves with the exit code once it and all its parts are gone. The data stay. */
  stop(): Promise<number | null>;
  /** SIGKILL to the process itself; its parts are left to their fate. */
  kill(): Promise<void>;
  /** Stops it, and removes its data. */
  remove(): Promise<void>;
}

/**
 * Starts the real product as a newcomer would (`sodate start`), on a free port and, unless `data` is given, a folder that
 * nobody has set up. Takes some five to ten seconds. `env` is added to ours.
 */
export async function startSodate({
  data,
  env = {},
}: {
  data?: string;
  env?: Readonly<Record<string, string>>;
} = {}): Promise<TestSodate> {
  const folder = data ?? (await unusedFolder());
  const { child, output } = await spawnStart({ args: ['--data', folder], env });
  const runningFile = join(folder, 'running.json');
  const end = async (signal: NodeJS.Signals) => {
    const gone = endOf(child);
    child.kill(signal);
    return gone;
  };
  try {
    const running = await waitUntil({
      check: () => {
        if (child.exitCode !== null) throw new Error(`Sodate did not start: ${output()}`);
        const found = existsSync(runningFile) ? readRunning(runningFile) : undefined;
        return found?.pid === child.pid ? found : undefined;
      },
      what: 'Sodate is ready',
      withinMs: 120_000,
    });
    return {
      url: running.url,
      signInUrl: running.signInUrl,
      data: folder,
      pid: running.pid,
      databaseUrl: findEmbeddedDatabase(folder) ?? '',
      output,
      stop: () => end('SIGTERM'),
      kill: async () => {
        await end('SIGKILL');
      },
      remove: async () => {
        await end('SIGTERM');
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await end('SIGTERM');
    throw error;
  }
}

/** Empty; in a test run a copy of one in which the product has been started once, which spares each start making its databases. */
async function unusedFolder(): Promise<string> {
  const folder = await emptyFolder();
  const prepared = process.env[preparedDataVariable];
  // With its owners: where we are root, the database is run by somebody else.
  if (prepared !== undefined) await runCommand({ file: 'cp', args: ['-a', `${prepared}/.`, folder] });
  return folder;
}

export function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'sodate-e2e-'));
}

/** Names the folder that `test/start-product.ts` has made for a test run. */
export const preparedDataVariable = 'SODATE_TEST_PREPARED_DATA';

/** Runs `sodate start` with these arguments on a free port; for tests of starts that fail, too. */
export async function spawnStart({
  args,
  env = {},
}: {
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
}): Promise<{ child: ChildProcess; output: () => string; port: number }> {
  const port = await findFreePort();
  // A server that runs on this machine for something else is no part of the test.
  const { DATABASE_URL: _, TEMPORAL_ADDRESS: __, SMTP_URL: ___, PORT: ____, ...inherited } = process.env;
  const child = spawn(process.execPath, [main, 'start', '--port', String(port), '--no-open', ...args], {
    env: { ...inherited, SODATE_LANGUAGE: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return { child, output: () => text, port };
}

/** Resolves with the exit code once the process has ended; null where a signal ended it. */
export function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}
