import { type DehydratedState, hydrate } from '@tanstack/react-query';
import { queryClient } from '../server/query-client.ts';
import { dateByOwnClock } from './date-by-own-clock.ts';

/** The answers that came with the page: what is drawn from them is there at once, and is asked again when it is old. */
export function takeFirstAnswers(): void {
  const answers = document.getElementById('first-answers')?.textContent;
  if (!answers) return;
  hydrate(queryClient, dateByOwnClock({ answers: JSON.parse(answers) as DehydratedState, now: Date.now() }));
}
