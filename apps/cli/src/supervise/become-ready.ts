import type { ChildProcess } from 'node:child_process';
import { CommandError } from '../terminal/command-error.ts';
import { endChild, endOf } from './child-end.ts';
import type { LogFolder } from './log-folder.ts';
import type { Part } from './part.ts';

/**
 * Waits until the part can be used. Where it ends before, or takes too long, its process is ended.
 * @throws CommandError with the end of what it has logged.
 */
export async function becomeReady({
  child,
  part,
  logs,
}: {
  child: ChildProcess;
  part: Part;
  logs: LogFolder;
}): Promise<void> {
  const late = Promise.withResolvers<string>();
  const timer = setTimeout(() => late.resolve(`no answer within ${part.readyWithinMs / 1_000} s`), part.readyWithinMs);
  const told = part.waitUntilReady?.() ?? new Promise<void>((resolve) => child.once('message', () => resolve()));
  const outcome = await Promise.race([told.then(() => undefined, String), endOf(child), late.promise]);
  clearTimeout(timer);
  if (outcome === undefined) return;
  await endChild({ child, part });
  const tail = logs.tail(part.name);
  const file = logs.fileOf(part.name);
  throw new CommandError({
    ja: `${part.title.ja}を起動できませんでした（${outcome}）。${tail === '' ? `ログ ${file} には何も書かれていません。` : `ログ ${file} の最後:\n${tail}`}`,
    en: `${part.title.en} did not start (${outcome}). ${tail === '' ? `It wrote nothing to its log, ${file}.` : `The end of its log, ${file}:\n${tail}`}`,
  });
}
