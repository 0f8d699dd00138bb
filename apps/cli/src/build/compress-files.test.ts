import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compressFiles } from './compress-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sodate-compress-'));
  await mkdir(join(folder, 'assets'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('lays both forms beside every text, with the same content in less room', async () => {
  const text = 'export const wait = "待つ";\n'.repeat(200);
  await writeFile(join(folder, 'assets', 'base.js'), text);
  await compressFiles({ folder });
  const brotli = await readFile(join(folder, 'assets', 'base.js.br'));
  const gzipped = await readFile(join(folder, 'assets', 'base.js.gz'));
  expect(brotliDecompressSync(brotli).toString()).toBe(text);
  expect(gunzipSync(gzipped).toString()).toBe(text);
  expect(Math.max(brotli.length, gzipped.length)).toBeLessThan(text.length / 4);
});

it('leaves small files and pictures alone', async () => {
  await writeFile(join(folder, 'small.js'), 'x');
  await writeFile(join(folder, 'picture.png'), Buffer.alloc(5_000));
  await compressFiles({ folder });
  expect((await readdir(folder)).toSorted()).toEqual(['assets', 'picture.png', 'small.js']);
});
