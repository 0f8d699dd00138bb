import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface ProcessLine {
  readonly pid: number;
  readonly parent: number;
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

export interface ProcessUse {
  /** Of the process and all that descend from it, since they began. */
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

/** What a process and its descendants have used. `ps` tells it on Linux and macOS alike, but on Linux in whole seconds. */
export async function readProcess({ pid }: { pid: number }): Promise<ProcessUse> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,time=,rss='], { maxBuffer: 10_000_000 });
  const lines = stdout.trim().split('\n').map(parseLine);
  const tree = new Set([pid]);
  // Children come after their parents often, not always: until nothing is added.
  for (let before = 0; before < tree.size; ) {
    before = tree.size;
    for (const line of lines) if (tree.has(line.parent)) tree.add(line.pid);
  }
  const own = lines.filter((line) => tree.has(line.pid));
  const cpu = await Promise.all(own.map((line) => (process.platform === 'linux' ? readTicks(line) : line.cpuSeconds)));
  return {
    cpuSeconds: cpu.reduce((sum, seconds) => sum + seconds, 0),
    residentBytes: own.reduce((sum, line) => sum + line.residentBytes, 0),
  };
}

function parseLine(line: string): ProcessLine {
  const [pid = '', parent = '', time = '', resident = ''] = line.trim().split(/\s+/);
  return {
    pid: Number(pid),
    parent: Number(parent),
    cpuSeconds: parseTime(time),
    residentBytes: Number(resident) * 1024,
  };
}

/** `[days-]hours:minutes:seconds` or `minutes:seconds.hundredths`. */
function parseTime(text: string): number {
  const [clock = '', days = '0'] = text.split('-').toReversed();
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
}

const ticksASecond = 100;

/** With what its children that have ended had used. @see proc(5): utime, stime, cutime and cstime are fields 14 to 17. */
async function readTicks({ pid }: ProcessLine): Promise<number> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The program's name is in parentheses and may hold spaces; field 3 follows.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksASecond;
  } catch {
    return 0;
  }
}
