import type { ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnCommand } from '../process/spawn-command.ts';
import type { Say } from '../terminal/terminal.ts';
import { backOffMs, recoveredAfterMs } from './back-off.ts';
import { becomeReady } from './become-ready.ts';
import { endChild, endOf, isRunning } from './child-end.ts';
import type { LogFolder } from './log-folder.ts';
import type { Part } from './part.ts';

export interface SupervisedPart {
  readonly part: Part;
  /** A piece of the command line it runs with, by which a later run can know it again. */
  readonly mark: string;
  readonly pid: number | undefined;
  /** Resolves when the part can be used for the first time; rejects, with the end of its log, where it cannot. */
  readonly ready: Promise<void>;
  /** Ends it for good, whatever it is doing. */
  stop(): Promise<void>;
}

interface Surroundings {
  readonly part: Part;
  readonly logs: LogFolder;
  readonly say: Say;
  /** Hears of every new process and every end of one. */
  readonly onChange: () => void;
}

/** Starts the part and, once it was ready, keeps it running: a crash is said, and mended after a growing pause. */
export function supervisePart({ part, logs, say, onChange }: Surroundings): SupervisedPart {
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  let mark = part.name as string;

  const start = async () => {
    const command = await part.command();
    stopping.signal.throwIfAborted();
    const logFile = logs.open(part.name);
    child = spawnCommand(command, { logFile });
    closeSync(logFile);
    mark = command.args.join(' ');
    onChange();
    await becomeReady({ child, part, logs });
  };

  const keep = async () => {
    let crashes = 0;
    let readyAt = performance.now();
    while (child && !stopping.signal.aborted) {
      const how = await endOf(child);
      onChange();
      if (stopping.signal.aborted) return;
      crashes = performance.now() - readyAt > recoveredAfterMs ? 1 : crashes + 1;
      sayCrash({ part, logs, say, how, pauseMs: backOffMs(crashes) });
      await sleep(backOffMs(crashes), undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      await start().then(
        () => say({ ja: `${part.title.ja}が再び動いています。`, en: `${part.title.en} runs again.` }),
        () => undefined,
      );
      readyAt = performance.now();
    }
  };

  const ready = start();
  const life = ready.then(keep, () => undefined);
  return {
    part,
    get mark() {
      return mark;
    },
    get pid() {
      return child && isRunning(child) ? child.pid : undefined;
    },
    ready,
    stop: async () => {
      stopping.abort();
      if (child) await endChild({ child, part });
      await life;
      if (child) await endChild({ child, part });
    },
  };
}

function sayCrash({
  part,
  logs,
  say,
  how,
  pauseMs,
}: Omit<Surroundings, 'onChange'> & { how: string; pauseMs: number }): void {
  const seconds = pauseMs / 1_000;
  const file = logs.fileOf(part.name);
  say({
    ja: `${part.title.ja}が止まりました（${how}）。${seconds} 秒後に起動し直します。ログ: ${file}`,
    en: `${part.title.en} stopped (${how}); starting it again in ${seconds} s. Log: ${file}`,
  });
}
