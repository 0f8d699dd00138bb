import { readdir } from 'node:fs/promises';
import type { Bench } from './figure.ts';

// Everything in this folder is a bench but this runner and what benches measure with.
const notBenches = new Set(['run.ts', 'figure.ts']);

const folder = import.meta.dirname;
const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') && !notBenches.has(file));
const names = files.map((file) => file.slice(0, -'.ts'.length)).toSorted();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));

if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${names.join(', ')}`);
  process.exitCode = 1;
} else {
  for (const name of wanted.length > 0 ? wanted : names) await runBench(name);
}

async function runBench(name: string): Promise<void> {
  const { bench } = (await import(`${folder}/${name}.ts`)) as { bench?: Bench };
  if (bench === undefined) throw new Error(`${name}.ts exports no bench`);
  for (const found of await bench()) console.log(JSON.stringify(found));
}
