import type { Part } from '../supervise/part.ts';
import { prepareTemporal } from '../temporal/prepare-temporal.ts';
import { temporalCommand } from '../temporal/temporal-command.ts';
import type { DataFolder } from './data-folder.ts';

/** The embedded Temporal server, its state in one file. */
export function temporalPart({
  data,
  program,
  port,
  namespace,
}: {
  data: DataFolder;
  program: string;
  port: number;
  namespace: string;
}): Part {
  return {
    name: 'temporal',
    title: { ja: 'Temporal', en: 'Temporal' },
    command: async () => temporalCommand({ program, port, file: data.temporalFile }),
    waitUntilReady: () => prepareTemporal({ address: `127.0.0.1:${port}`, namespace, withinMs: 60_000 }),
    readyWithinMs: 60_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 10_000,
  };
}
