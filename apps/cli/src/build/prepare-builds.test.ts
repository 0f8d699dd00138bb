import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sameText } from '@sodate/journey/text';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Build } from './build.ts';
import { prepareBuilds } from './prepare-builds.ts';

let root: string;
let runs: number;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sodate-builds-'));
  runs = 0;
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write({ path, text }: { path: string; text: string }): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
}

function build(changed: Partial<Build> = {}): Build {
  return {
    name: 'page',
    title: sameText('the page'),
    inputs: ['src', 'package-lock.json'],
    entry: 'src/index.html',
    output: 'dist/index.html',
    run: async () => {
      runs += 1;
      await write({ path: 'dist/index.html', text: 'built' });
    },
    ...changed,
  };
}

async function prepare(one: Build = build()): Promise<number> {
  await prepareBuilds({ say: () => {}, root, builds: [one] });
  return runs;
}

it('builds what is missing, once', async () => {
  await write({ path: 'src/index.html', text: '<p>' });

  expect(await prepare()).toBe(1);
  expect(await prepare()).toBe(1);
});

it('is built once by two starts at once, and taken over from one that was killed', async () => {
  await write({ path: 'src/index.html', text: '<p>' });
  // No process has this id.
  await write({ path: 'node_modules/.cache/sodate/page.lock', text: '4194305' });

  await Promise.all([prepare(), prepare()]);
  expect(runs).toBe(1);
});

it('builds again when an input changes, appears or goes', async () => {
  await write({ path: 'src/index.html', text: '<p>' });
  await prepare();

  await write({ path: 'src/index.html', text: '<b>' });
  expect(await prepare()).toBe(2);
  await write({ path: 'src/deep/new.ts', text: '' });
  expect(await prepare()).toBe(3);
  await rm(join(root, 'src/deep'), { recursive: true });
  expect(await prepare()).toBe(4);
});

it('does not build for a changed test', async () => {
  await write({ path: 'src/index.html', text: '<p>' });
  await prepare();

  await write({ path: 'src/index.test.ts', text: 'it()' });

  expect(await prepare()).toBe(1);
});

it('builds again when the result is gone', async () => {
  await write({ path: 'src/index.html', text: '<p>' });
  await prepare();

  await rm(join(root, 'dist'), { recursive: true });

  expect(await prepare()).toBe(2);
});

it('leaves alone what has no source', async () => {
  expect(await prepare()).toBe(0);
});

it('says what the tool said, and tries again next time', async () => {
  await write({ path: 'src/index.html', text: '<p>' });
  const broken = build({ run: () => Promise.reject(new Error('unexpected token')) });

  await expect(prepare(broken)).rejects.toThrow(/Could not build the page.*\n.*unexpected token/);
  expect(await prepare()).toBe(1);
});
