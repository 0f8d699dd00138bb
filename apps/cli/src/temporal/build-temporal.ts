import { rename } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../process/run-command.ts';
import { spawnCommand } from '../process/spawn-command.ts';

const folder = fileURLToPath(new URL('../../temporal-build', import.meta.url));
const source = 'github.com/temporalio/cli/cmd/temporal';
/** `go list -deps` of the module, for telling how far the build is. */
const packagesInAll = 1_720;

/** Whether Go is installed, in whatever version; an older one fetches the version the module asks for. */
export function hasGo(): Promise<boolean> {
  return runCommand({ file: 'go', args: ['version'] }).then(
    () => true,
    () => false,
  );
}

/**
 * Builds the Temporal program with Go and keeps it at `target`; some five minutes. `progress` hears how far it is.
 * @throws Error with the last words of the compiler.
 */
export async function buildTemporal({
  target,
  progress,
}: {
  target: string;
  progress: (done: string) => void;
}): Promise<void> {
  const unfinished = `${target}-building-${process.pid}`;
  const args = ['build', '-v', '-trimpath', '-ldflags=-s -w', '-o', unfinished, source];
  const child = spawnCommand({ file: 'go', args, cwd: folder, env: { CGO_ENABLED: '0' } });
  const stopChild = () => child.kill();
  process.once('exit', stopChild);
  let built = 0;
  let last = '';
  child.stderr?.on('data', (text: string) => {
    built += text.split('\n').filter((line) => line !== '' && !line.startsWith('go: ')).length;
    last = (last + text).slice(-1_000);
  });
  const timer = setInterval(() => progress(`${Math.min(99, Math.round((100 * built) / packagesInAll))} %`), 5_000);
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve('no Go'));
    child.once('close', resolve);
  });
  clearInterval(timer);
  process.off('exit', stopChild);
  if (code !== 0) throw new Error(last.trim());
  await rename(unfinished, target);
}
