import type { Brief } from './inbox-types.ts';
import { isSettled } from './is-settled.ts';

const results = ['accepted', 'rejected', 'absent', 'reached', 'met', 'opportunity', 'won', 'lost', 'undone'];

/**
 * Where the journey is that waits for this hand-off no more, though it is open: its deadline passed, a person took the
 * lead out, or an answer was taken back after the journey had heard of it. Undefined where it waits, as one would think.
 */
export function goneOn({
  state,
  entries,
  journeyNow,
}: {
  state: Brief['state'];
  entries: readonly Pick<Brief['entries'][number], 'kind'>[];
  journeyNow: Brief['journeyNow'];
}): Exclude<Brief['journeyNow'], { kind: 'waits' } | null> | undefined {
  if (isSettled(state) || journeyNow === null || journeyNow.kind === 'waits') return undefined;
  const last = entries.findLast(({ kind }) => results.includes(kind));
  return state === 'open' || last?.kind === 'undone' ? journeyNow : undefined;
}
