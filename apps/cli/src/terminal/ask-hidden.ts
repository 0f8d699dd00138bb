import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Reads one line that must not be seen: from the keyboard without echo, or as it is piped in. */
export async function askHidden(question: string): Promise<string> {
  const silent = new Writable({ write: (...[, , done]) => done() });
  const isTerminal = process.stdin.isTTY === true;
  if (isTerminal) process.stdout.write(question);
  const lines = createInterface({ input: process.stdin, output: silent, terminal: isTerminal });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (isTerminal) process.stdout.write('\n');
  }
}
