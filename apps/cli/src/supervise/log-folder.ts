import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const mostBytes = 20_000_000;

/** One log file a part. A file over 20 MB is set aside as `NAME.old.log` at the next start of its part. */
export interface LogFolder {
  fileOf(name: string): string;
  /** A file descriptor to append to; the caller closes it. */
  open(name: string): number;
  /** The last of what was written since it was opened here, some 2,000 bytes; what an earlier run wrote is not in it. */
  tail(name: string): string;
}

export function openLogFolder(folder: string): LogFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fileOf = (name: string) => join(folder, `${name}.log`);
  const begins = new Map<string, number>();
  return {
    fileOf,
    open: (name) => {
      const file = fileOf(name);
      if (existsSync(file) && statSync(file).size > mostBytes) renameSync(file, join(folder, `${name}.old.log`));
      const descriptor = openSync(file, 'a', 0o600);
      begins.set(name, fstatSync(descriptor).size);
      return descriptor;
    },
    tail: (name) => readTail({ file: fileOf(name), from: begins.get(name) ?? 0 }),
  };
}

function readTail({ file, from }: { file: string; from: number }): string {
  if (!existsSync(file)) return '';
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const length = Math.min(Math.max(size - from, 0), 2_000);
    const buffer = Buffer.alloc(length);
    readSync(descriptor, buffer, 0, length, size - length);
    return buffer.toString('utf8').trim();
  } finally {
    closeSync(descriptor);
  }
}
