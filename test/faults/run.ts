import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { realTimings } from '@sodate/services/timings';
import { inflict, killAtRandom, matrix } from './campaign/faults.ts';
import { createFaultLog } from './campaign/log.ts';
import { type Campaign, runCampaign } from './campaign/run-campaign.ts';
import { writeReport } from './campaign/write-report.ts';
import { type FaultOptions, readOptions } from './read-options.ts';
import { faultTimings, frozenMs } from './zoo/fault-timings.ts';

const atOnce = { matrix: 25, random: 60 } as const;

interface Run {
  readonly title: string;
  readonly campaign: Pick<Campaign, 'leads' | 'atOnce' | 'faults'>;
}

const options = readOptions({ words: process.argv.slice(2), freshSeed: randomBytes(4).toString('hex') });
// Whatever the zoo has started ends with us.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
// Told first: a run that is broken off can be repeated too.
console.info(`seed ${options.seed}`);
const log = createFaultLog({ say: (line) => console.info(line) });
const violations: string[] = [];
for (const run of plan(options)) await perform(run);
if (options.kind === 'outages' || (options.kind === 'matrix' && options.only === undefined)) await runOutages();
console.info(violations.length === 0 ? '\nAll invariants hold.' : `\n${violations.length} violations.`);
console.info(`Repeat with --seed ${options.seed}`);
process.exit(violations.length === 0 ? 0 : 1);

function plan(given: FaultOptions): readonly Run[] {
  if (given.kind === 'outages') return [];
  if (given.kind === 'random') {
    const { leads, kills } = given;
    const campaign: Run['campaign'] = {
      leads,
      atOnce: atOnce.random,
      faults: (zoo) => killAtRandom({ ...zoo, log, kills }),
    };
    return [{ title: `${leads} leads, ${kills} kills at random`, campaign }];
  }
  return Object.entries(matrix).flatMap(([title, all]): Run[] => {
    const faults = all.filter(({ at }) => given.only === undefined || at === given.only);
    const frozen = given.realTime ? frozenMs.real : frozenMs.scaled;
    const inflictAll: Campaign['faults'] = async (zoo) => {
      for (const fault of faults) await inflict({ ...zoo, log, frozenMs: frozen, fault });
    };
    const campaign = { leads: Number.POSITIVE_INFINITY, atOnce: atOnce.matrix, faults: inflictAll };
    return faults.length === 0 ? [] : [{ title, campaign }];
  });
}

async function perform({ title, campaign }: Run): Promise<void> {
  log.note(`== ${title} ==`);
  const startedMs = log.elapsedMs();
  const seed = `${options.seed}/${title}`;
  const timings = options.realTime ? realTimings : faultTimings;
  try {
    const result = await runCampaign({ ...campaign, seed, timings, log, meddling: true });
    violations.push(...result.violations);
    const seconds = (log.elapsedMs() - startedMs) / 1_000;
    console.info(writeReport({ title, seed: options.seed, seconds, result }));
  } catch (error) {
    violations.push(`${title} was broken off`);
    console.error(`${title} was broken off:`, error);
  }
}

/** Outages are tests of their own, each with its own stores. */
async function runOutages(): Promise<void> {
  log.note('== outages ==');
  const [vitest, config] = ['../../node_modules/vitest/vitest.mjs', './outages/vitest.config.ts'].map(
    (file) => new URL(file, import.meta.url).pathname,
  ) as [string, string];
  const child = spawn(process.execPath, [vitest, 'run', '--config', config], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) violations.push('outages');
}
