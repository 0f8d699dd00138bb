import { type ChildProcess, spawn } from 'node:child_process';
import type { Command } from './command.ts';

/**
 * Starts the command in a process group of its own, so that Ctrl-C in the terminal reaches us alone and we decide
 * the order in which the parts stop. Output comes as text on `stdout` and `stderr`, or goes to the open file
 * `logFile`, which outlives us. A command with `talks` gets a channel for messages.
 */
export function spawnCommand(command: Command, { logFile }: { logFile?: number } = {}): ChildProcess {
  const output = logFile ?? 'pipe';
  const child = spawn(command.file, command.args, {
    detached: true,
    stdio: ['ignore', output, output, ...(command.talks ? (['ipc'] as const) : [])],
    env: { ...process.env, ...command.env },
    ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
    ...(command.user === undefined ? {} : { uid: command.user.uid, gid: command.user.gid }),
  });
  child.stdout?.setEncoding('utf8');
  child.stderr?.setEncoding('utf8');
  return child;
}
