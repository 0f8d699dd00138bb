import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { endProcess } from '../process/end-process.ts';
import { type PartName, partNames } from './part.ts';

/** Notes which processes are ours, so that the next start can end those of a run that was killed. */
const entry = z.object({
  name: z.enum(partNames),
  pid: z.number().int().positive(),
  /** A piece of its command line, by which it is known again. */
  mark: z.string().min(1),
  stopSignal: z.enum(['SIGINT', 'SIGTERM']),
});
export type NotedPart = z.infer<typeof entry>;

export function writePartsFile({ file, parts }: { file: string; parts: readonly NotedPart[] }): void {
  writeFileSync(file, JSON.stringify(parts, undefined, 2), { mode: 0o600 });
}

/** Ends what a killed run left behind, and says which parts that were. The database goes last. */
export async function endLeftovers({ file }: { file: string }): Promise<PartName[]> {
  const noted = readPartsFile(file);
  const ordered = partNames.toReversed().flatMap((name) => noted.filter((part) => part.name === name));
  const found: PartName[] = [];
  for (const part of ordered) {
    const { pid, mark, stopSignal } = part;
    if (await endProcess({ pid, mark, signal: stopSignal, withinMs: 15_000 })) found.push(part.name);
  }
  rmSync(file, { force: true });
  return found;
}

function readPartsFile(file: string): NotedPart[] {
  try {
    return z.array(entry).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
