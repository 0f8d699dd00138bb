import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shortenExports, shortenExportsIn } from './shorten-exports.ts';

const entry = (path: string) => ({ import: { types: `${path}.d.ts`, default: `${path}.js` }, default: `${path}.cjs` });

it('tells entries that differ only by their name in one pattern, and keeps the others', () => {
  const exports = {
    '.': entry('./index'),
    './alias': entry('./alias'),
    './core': entry('./core/index'),
    './core/alias': entry('./core/alias'),
    './package.json': './package.json',
  };
  expect(shortenExports(exports)).toEqual({
    '.': entry('./index'),
    './core': entry('./core/index'),
    './package.json': './package.json',
    './*': entry('./*'),
  });
});

it('leaves alone what would not mean the same, or gains nothing', () => {
  const withPattern = { './*': './src/*.ts', './a': entry('./a'), './b': entry('./b') };
  expect(shortenExports(withPattern)).toBe(withPattern);
  const unlike = { '.': './index.js', './a': './a/index.js', './b': './other.js' };
  expect(shortenExports(unlike)).toBe(unlike);
});

it('rewrites a package’s file once, and leaves the rest of it', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'exports-')), 'package.json');
  writeFileSync(file, JSON.stringify({ name: 'some', exports: { './a': entry('./a'), './b': entry('./b') } }));
  await shortenExportsIn(file);
  const once = readFileSync(file, 'utf8');
  expect(JSON.parse(once)).toEqual({ name: 'some', exports: { './*': entry('./*') } });
  await shortenExportsIn(file);
  expect(readFileSync(file, 'utf8')).toBe(once);
});

it('has been done to what is installed: each import of it would cost a millisecond or more', () => {
  const file = new URL('../../../../node_modules/drizzle-orm/package.json', import.meta.url);
  expect(readFileSync(file).length).toBeLessThan(30_000);
});
