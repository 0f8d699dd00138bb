import type { DehydratedState } from '@tanstack/react-query';

/**
 * Answers as old as the browser's clock can tell: dated by a server whose clock is ahead, they would be held for new, and
 * not asked again, for as long as it is ahead.
 */
export function dateByOwnClock({ answers, now }: { answers: DehydratedState; now: number }): DehydratedState {
  const queries = answers.queries.map((query) => {
    const dataUpdatedAt = Math.min(query.state.dataUpdatedAt, now);
    return { ...query, state: { ...query.state, dataUpdatedAt } };
  });
  return { ...answers, queries };
}
