import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { partNames } from '../supervise/part.ts';

/** What other programs on this machine may know of a running Sodate; readable by its user alone. */
const running = z.object({
  url: z.string(),
  /** Signs in without a password, once, from this machine. */
  signInUrl: z.string(),
  pid: z.number(),
  parts: z.array(z.object({ name: z.enum(partNames), pid: z.number().optional() })),
});
export type Running = z.infer<typeof running>;

/** Written aside and renamed, so that nobody reads half a file. */
export function writeRunning({ file, running: value }: { file: string; running: Running }): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function readRunning(file: string): Running | undefined {
  try {
    return running.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

export function removeRunning(file: string): void {
  rmSync(file, { force: true });
}
