import type { Milliseconds } from '@sodate/journey/time/instant';

/** What the engine asks of Temporal. Ids and spans only; each call may be repeated. */
export interface WorkflowPort {
  /** Starts a passage's workflow unless one is open; `anew` ends the open one. `delayMs` 0: at once. */
  start(call: {
    readonly enrollment: string;
    readonly journey: string;
    readonly delayMs: Milliseconds;
    readonly priority: number;
    readonly anew: boolean;
  }): Promise<void>;
  /** Signals with start, without delay: ends a start delay, and starts the workflow where there is none. */
  nudge(call: {
    readonly enrollment: string;
    readonly journey: string;
    readonly rest: number;
    readonly priority: number;
  }): Promise<void>;
  /** Terminates an open workflow; none open is well. */
  close(call: { readonly enrollment: string }): Promise<void>;
  startHandoff(call: {
    readonly handoff: string;
    readonly delayMs: Milliseconds;
    readonly anew: boolean;
  }): Promise<void>;
  nudgeHandoff(call: { readonly handoff: string; readonly rest: number }): Promise<void>;
  startMark(call: { readonly number: number }): Promise<void>;
  closeMark(call: { readonly number: number }): Promise<void>;
  /** Whether the mark's workflow is open. */
  isMarkOpen(call: { readonly number: number }): Promise<boolean>;
  /** The highest open mark above the number, as far as Temporal's list of workflows has it. */
  findMarkAbove(call: { readonly number: number }): Promise<number | undefined>;
}

/**
 * A nudge for this rest wakes the workflow whatever it knows. One for the row's own rest would be stale to a workflow
 * that has seen later rests than a restored database.
 */
export const anyRest = Number.MAX_SAFE_INTEGER;

/** As good as never: Temporal wakes it by a nudge alone. */
export const tenYearsMs: Milliseconds = 10 * 365 * 86_400_000;
