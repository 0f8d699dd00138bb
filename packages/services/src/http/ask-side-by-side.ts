import type { AskPage, PageAnswer } from './create-page-asker.ts';

/** Asks for at most so many pages at once, for each but once: who asks for one that is being asked for shares its answer. */
export function askSideBySide({ ask, atOnce }: { ask: AskPage; atOnce: number }): AskPage {
  const answers = new Map<string, Promise<PageAnswer>>();
  const waiting: (() => void)[] = [];
  let running = 0;
  const inTurn = async (address: string) => {
    if (running < atOnce) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await ask(address);
    } finally {
      // The place goes to who waits longest, rather than to who happens to come now.
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
  return (address) => {
    const known = answers.get(address) ?? inTurn(address);
    answers.set(address, known);
    return known;
  };
}
