import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buildTemporal, hasGo } from './build-temporal.ts';
import { downloadTemporal } from './download-temporal.ts';
import { cachedTemporal, findTemporal } from './find-temporal.ts';

/**
 * The path of a Temporal program: one that is there, else downloaded, else built with Go. `say` gets a line at every
 * stage and while it lasts.
 * @throws Error naming the three ways out where nothing works.
 */
export async function obtainTemporal({
  env,
  say,
}: {
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
}): Promise<string> {
  const found = await findTemporal(env);
  if (found) return found;
  const target = cachedTemporal(env);
  await mkdir(dirname(target), { recursive: true });
  const failures: string[] = [];
  say('Temporal is not on this machine yet. Downloading it, once (about 60 MB) …');
  try {
    await downloadTemporal({ target, progress: (done) => say(`Downloading Temporal: ${done}`) });
    return target;
  } catch (error) {
    failures.push(`download: ${firstLine(error)}`);
  }
  if (await hasGo()) {
    say('The download is out of reach, but Go is here. Building Temporal, once (some five minutes) …');
    try {
      await buildTemporal({ target, progress: (done) => say(`Building Temporal: ${done}`) });
      return target;
    } catch (error) {
      failures.push(`build with Go: ${firstLine(error)}`);
    }
  } else {
    failures.push('build with Go: Go is not installed');
  }
  throw new Error(threeWaysOut({ target, failures }));
}

function threeWaysOut({ target, failures }: { target: string; failures: readonly string[] }): string {
  return [
    'Temporal, which carries the leads through their journeys, could not be had.',
    ...failures.map((failure) => `  - ${failure}`),
    'Any one of these three helps:',
    `  1. Download the Temporal CLI from https://github.com/temporalio/cli/releases and put it at ${target},`,
    '     or name its place in SODATE_TEMPORAL_CLI.',
    '  2. Install Go 1.26 or newer (https://go.dev/dl) and start again: Temporal is then built on this machine.',
    '  3. Name a Temporal server that runs elsewhere: TEMPORAL_ADDRESS=host:7233 npm start',
  ].join('\n');
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n').find((line) => line.trim() !== '') ?? 'unknown reason';
}
