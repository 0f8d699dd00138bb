import { constants } from 'node:fs';
import { chown, copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface CopiedFiles {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Copies a folder that others may be writing to: what vanishes meanwhile is left out. `skip` is asked with paths relative
 * to `from`, with "/" between names; a folder that it skips is not there in the copy. The owner may be set anew.
 */
export async function copyFolder({
  from,
  to,
  skip = () => false,
  owner,
}: {
  from: string;
  to: string;
  skip?: (path: string) => boolean;
  owner?: { readonly uid: number; readonly gid: number } | undefined;
}): Promise<CopiedFiles> {
  let [files, bytes] = [0, 0];
  const copyAt = async (path: string): Promise<void> => {
    const [source, target] = [join(from, path), join(to, path)];
    await mkdir(target, { recursive: true, mode: 0o700 });
    if (owner) await chown(target, owner.uid, owner.gid);
    for (const entry of await readdir(source, { withFileTypes: true })) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (skip(inner)) continue;
      if (entry.isDirectory()) await copyAt(inner);
      else if (entry.isFile()) {
        const size = await copyOne({ from: join(from, inner), to: join(to, inner), owner });
        if (size === undefined) continue;
        files += 1;
        bytes += size;
      }
    }
  };
  await copyAt('');
  return { files, bytes };
}

/** The size of the copy; undefined where the file is no longer there. */
async function copyOne({
  from,
  to,
  owner,
}: {
  from: string;
  to: string;
  owner: { readonly uid: number; readonly gid: number } | undefined;
}): Promise<number | undefined> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  if (owner) await chown(to, owner.uid, owner.gid);
  return (await stat(to)).size;
}
