import type { Brief } from './inbox-types.ts';

/** Nothing more is expected of sales. */
export function isSettled(state: Brief['state']): boolean {
  return state === 'rejected' || state === 'won' || state === 'lost' || state === 'withdrawn';
}
