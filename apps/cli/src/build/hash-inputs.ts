import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unfinishedFolders } from './unfinished-folders.ts';

const skipped: ReadonlySet<string> = new Set([
  'node_modules',
  'dist',
  'dist-drawing',
  ...Object.values(unfinishedFolders),
]);

/** One hash over the names and contents of all files under the given paths; tests, and what is missing, do not count. */
export async function hashInputs({ root, inputs }: { root: string; inputs: readonly string[] }): Promise<string> {
  const files = (await Promise.all(inputs.map((input) => listFiles({ root, path: input })))).flat().sort();
  const hash = createHash('sha256');
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  for (const [index, file] of files.entries()) {
    hash.update(`${file}\0${contents[index]?.length}\0`).update(contents[index] ?? '');
  }
  return hash.digest('hex');
}

async function listFiles({ root, path }: { root: string; path: string }): Promise<string[]> {
  const found = await stat(join(root, path)).catch(() => undefined);
  if (found === undefined || /\.test\.tsx?$/.test(path)) return [];
  if (found.isFile()) return [path];
  const names = (await readdir(join(root, path))).filter((name) => !skipped.has(name));
  return (await Promise.all(names.map((name) => listFiles({ root, path: join(path, name) })))).flat();
}
