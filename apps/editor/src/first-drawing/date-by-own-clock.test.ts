import { dehydrate, hydrate, QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { dateByOwnClock } from './date-by-own-clock.ts';

const hourMs = 3_600_000;

/** Whether an answer that the server dated so is asked again once it is five seconds old here. */
function isAskedAgain(dated: number): boolean {
  const server = new QueryClient();
  server.setQueryData(['counts'], 7, { updatedAt: dated });
  const browser = new QueryClient();
  const now = Date.now() - 6_000;
  hydrate(browser, dateByOwnClock({ answers: dehydrate(server), now }));
  const taken = browser.getQueryCache().find({ queryKey: ['counts'] });
  return taken?.isStaleByTime(5_000) ?? false;
}

it('asks again what came with the page, though the server’s clock is ahead', () => {
  expect(isAskedAgain(Date.now() + hourMs)).toBe(true);
  expect(isAskedAgain(Date.now() - hourMs)).toBe(true);
});
