import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareBuilds } from './build/prepare-builds.ts';
import { type Count, countResults } from './check/count-results.ts';
import { compiledFolder } from './process/keep-compiled.ts';
import { say, sayError } from './terminal/terminal.ts';

/**
 * `npm test`: builds what the browser tests open, then types, lint and all tests. Arguments go to Vitest. The last
 * line is `N passed, N failed`; types and lint count as one each.
 */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const reportFile = join(root, 'test-results.json');

const counts = [await build(), await check(['tsc']), await check(['biome', 'check', '.']), await runVitest()];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.info(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function build(): Promise<Count> {
  try {
    await prepareBuilds({ say });
    return { passed: 0, failed: 0 };
  } catch (error) {
    sayError(error);
    return { passed: 0, failed: 1 };
  }
}

async function check(words: [string, ...string[]]): Promise<Count> {
  const exitCode = await run(words);
  console.info(`${words.join(' ')}: ${exitCode === 0 ? 'passed' : 'failed'}`);
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runVitest(): Promise<Count> {
  await rm(reportFile, { force: true });
  const exitCode = await run(['vitest', 'run', ...process.argv.slice(2)]);
  return countResults({ text: await readFile(reportFile, 'utf8').catch(() => undefined), exitCode });
}

/** Runs a tool of ours, whatever the machine has, and without the addresses of servers that run on it. */
function run([file, ...args]: [string, ...string[]]): Promise<number> {
  const { DATABASE_URL: _, TEMPORAL_ADDRESS: __, SMTP_URL: ___, ...environment } = process.env;
  const path = [join(root, 'node_modules', '.bin'), environment.PATH].join(delimiter);
  const child = spawn(file, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment, PATH: path, NODE_COMPILE_CACHE: compiledFolder },
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
