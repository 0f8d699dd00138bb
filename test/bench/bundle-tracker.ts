import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Bench, figure } from './figure.ts';

const built = fileURLToPath(new URL('../../packages/tracker/dist/t.js', import.meta.url));

/** What the tracker costs each page that bears it; at most 1,500 bytes. */
export const bench: Bench = async () => {
  const value = gzipSync(await readFile(built), { level: 9 }).length;
  return [figure({ name: 'tracker, gzipped', value, unit: 'bytes', baseline: 1_500 })];
};
