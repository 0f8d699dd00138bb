import { existsSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { replaceFolder } from './replace-folder.ts';

/** Looks at the folder after each change of a file in it. */
const watch = vi.hoisted(() => {
  // Read anew: a file before this one may have had it read without the watch.
  vi.resetModules();
  return { look: () => {} };
});
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof files>();
  const watched =
    <Args extends unknown[]>(change: (...args: Args) => Promise<void>) =>
    async (...args: Args) => {
      await change(...args);
      watch.look();
    };
  return { ...real, rename: watched(real.rename), rm: watched(real.rm) };
});

let root: string;
let from: string;
let to: string;

beforeEach(async () => {
  root = await files.mkdtemp(join(tmpdir(), 'sodate-replace-'));
  from = join(root, 'unfinished');
  to = join(root, 'dist');
});

afterEach(async () => {
  watch.look = () => {};
  await files.rm(root, { recursive: true, force: true });
});

async function write({ folder, ...all }: { folder: string; [file: string]: string }): Promise<void> {
  for (const [file, text] of Object.entries(all)) {
    await files.mkdir(dirname(join(folder, file)), { recursive: true });
    await files.writeFile(join(folder, file), text);
  }
}

it('leaves what was built in the place of what was, and nothing aside', async () => {
  await write({ folder: to, 'index.html': 'assets/a.js', 'assets/a.js': '', 'assets/same.js': '' });
  await write({
    folder: from,
    'index.html': 'assets/b.js',
    'assets/b.js': '',
    'assets/same.js': '',
    'deep/er/c.js': '',
  });
  await replaceFolder({ from, to });
  expect((await files.readdir(join(to, 'assets'))).toSorted()).toEqual(['b.js', 'same.js']);
  expect(await files.readFile(join(to, 'index.html'), 'utf8')).toBe('assets/b.js');
  expect(existsSync(join(to, 'deep/er/c.js'))).toBe(true);
  expect(existsSync(from)).toBe(false);
});

it('makes the folder where none was', async () => {
  await write({ folder: from, 'index.html': '' });
  await replaceFolder({ from, to });
  expect(await files.readdir(to)).toEqual(['index.html']);
});

it('has a page there at every moment, and what that page names', async () => {
  await write({ folder: to, 'index.html': 'assets/z.js', 'assets/z.js': '', 'assets/same.js': '' });
  await write({ folder: from, 'index.html': 'nested/b.js', 'nested/b.js': '', 'assets/same.js': '' });
  const { readFileSync } = await import('node:fs');
  const seen = new Set<string>();
  const missed: string[] = [];
  watch.look = () => {
    const named = readFileSync(join(to, 'index.html'), 'utf8');
    seen.add(named);
    for (const file of [named, 'assets/same.js']) if (!existsSync(join(to, file))) missed.push(file);
  };
  await replaceFolder({ from, to });
  expect(missed).toEqual([]);
  expect([...seen]).toEqual(['assets/z.js', 'nested/b.js']);
});
