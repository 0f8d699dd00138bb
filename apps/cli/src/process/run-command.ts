import type { Command } from './command.ts';
import { spawnCommand } from './spawn-command.ts';

/** Runs the command to its end. @throws Error with the last 2,000 characters it wrote, where it did not succeed. */
export function runCommand(command: Command): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawnCommand(command);
    let output = '';
    const keep = (chunk: string) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${command.file} ended with ${signal ?? code}: ${output.slice(-2_000).trim()}`));
    });
  });
}
