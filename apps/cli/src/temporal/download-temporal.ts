import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Lets the Temporal SDK download its program, and keeps it at `target`. `progress` hears how many megabytes are there.
 * @throws Error where the download is not possible.
 */
export async function downloadTemporal({
  target,
  progress,
}: {
  target: string;
  progress: (done: string) => void;
}): Promise<void> {
  const folder = await mkdtemp(join(dirname(target), 'download-'));
  const timer = setInterval(() => void measure(folder).then((size) => size > 0 && progress(`${size} MB`)), 2_000);
  try {
    await downloadInto(folder);
    const file = (await readdir(folder)).find((name) => name.startsWith('temporal'));
    if (!file) throw new Error('the download left no program behind');
    await rename(join(folder, file), target);
  } finally {
    clearInterval(timer);
    await rm(folder, { recursive: true, force: true });
  }
}

/** The SDK starts what it downloads; we want the file only, and stop the server at once. */
async function downloadInto(folder: string): Promise<void> {
  const [{ TestWorkflowEnvironment }, { Runtime }] = await Promise.all([
    import('@temporalio/testing'),
    import('@temporalio/worker'),
  ]);
  Runtime.install({ shutdownSignals: [], telemetryOptions: { logging: { forward: {}, filter: 'OFF' } } });
  const executable = { type: 'cached-download', downloadDir: folder } as const;
  const started = await TestWorkflowEnvironment.createLocal({ server: { executable } }).catch(
    async (error: unknown) => {
      // A slow machine may miss the SDK's five seconds for the start, though the program has come.
      if ((await measure(folder)) < 20) throw error;
      return undefined;
    },
  );
  await started?.teardown();
}

async function measure(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, basename(name))).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1_000_000);
}
