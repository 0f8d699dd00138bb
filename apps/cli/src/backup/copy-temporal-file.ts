import { chmod } from 'node:fs/promises';
import { backup, DatabaseSync } from 'node:sqlite';

/** Copies Temporal's SQLite file, whether a server writes to it or not, as of one moment. */
export async function copyTemporalFile({ from, to }: { from: string; to: string }): Promise<void> {
  const source = new DatabaseSync(from);
  try {
    await backup(source, to);
    await chmod(to, 0o600);
  } finally {
    source.close();
  }
}
