import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * Puts the files of `from` in the place of those of `to`, and takes `from` away. What is new comes first, then what
 * replaces a file of that name (the page that names the new ones), and what is no longer wanted goes last: whoever
 * reads meanwhile misses nothing that a file there names.
 */
export async function replaceFolder({ from, to }: { from: string; to: string }): Promise<void> {
  const [built, former] = await Promise.all([listFiles(from), listFiles(to)]);
  const known = new Set(former);
  const inOrder = [...built.filter((file) => !known.has(file)), ...built.filter((file) => known.has(file))];
  for (const file of inOrder) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    await rename(join(from, file), join(to, file));
  }
  const wanted = new Set(built);
  for (const file of former.filter((one) => !wanted.has(one))) await rm(join(to, file));
  await rm(from, { recursive: true });
}

/** All files in a folder, by their path in it; none where it is not there. */
async function listFiles(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
