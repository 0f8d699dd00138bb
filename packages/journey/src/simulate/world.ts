import type { ActOp, Entry } from '../compile/plan.ts';
import type { Facts, Happened, Hopped, PassageState } from '../interpret/passage.ts';
import type { Instant } from '../time/instant.ts';

/** What the next look at a passage finds, and when it comes. */
export interface Look {
  readonly at: Instant;
  readonly happened: Happened;
  readonly facts: Facts;
}

/** Everything outside one passage: what happens to the lead, and what is true of it. */
export interface World {
  /** What is known as the lead enters. */
  factsToEnter(given: { readonly entry: Entry; readonly now: Instant }): Facts;
  /** The next look; undefined where nothing will ever happen. `hopped` is absent after a look in vain. */
  next(given: {
    readonly state: PassageState;
    readonly now: Instant;
    readonly hopped: Extract<Hopped, { kind: 'hopped' }> | undefined;
  }): Look | undefined;
  /** An inline effect was done in a hop from the passage's state before it. */
  act(given: { readonly op: ActOp; readonly before: PassageState; readonly now: Instant }): void;
}
