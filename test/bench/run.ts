import { readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Bench, BenchOptions } from './figure.ts';

// Everything in this folder is a bench but this runner and what benches measure with.
const notBenches = new Set(['run.ts', 'figure.ts']);
// It lasts as long as it is told to, so it runs only when it is asked for.
const onlyByName = new Set(['soak']);

const folder = import.meta.dirname;
const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') && !notBenches.has(file));
const names = files.map((file) => file.slice(0, -'.ts'.length)).toSorted();
const { positionals: wanted, values } = parseArgs({
  allowPositionals: true,
  options: { scale: { type: 'string', default: '1' }, minutes: { type: 'string', default: '30' } },
});
const options: BenchOptions = { scale: Number(values.scale), minutes: Number(values.minutes) };
const unknown = wanted.filter((name) => !names.includes(name));

if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${names.join(', ')}`);
  process.exitCode = 1;
} else if (!(options.scale > 0) || !(options.minutes > 0)) {
  console.error('--scale and --minutes take a number above 0, as in: npm run bench -- rush --scale 0.01');
  process.exitCode = 1;
} else {
  for (const name of wanted.length > 0 ? wanted : names.filter((one) => !onlyByName.has(one))) await runBench(name);
}

async function runBench(name: string): Promise<void> {
  const { bench } = (await import(`${folder}/${name}.ts`)) as { bench?: Bench };
  if (bench === undefined) throw new Error(`${name}.ts exports no bench`);
  for (const found of await bench(options)) console.log(JSON.stringify(found));
}
