/** What a look tells the workflow: how the passage rests. Holds ids and spans of time only. */
export type Rest =
  | { readonly kind: 'end'; readonly number: number }
  /** Without `waitMs`: only a nudge wakes it. */
  | { readonly kind: 'resting'; readonly number: number; readonly waitMs?: number }
  /** An external effect is to be tried by `perform` on that task queue. */
  | {
      readonly kind: 'queued';
      readonly number: number;
      readonly effect: string;
      readonly queue: string;
      readonly limitMs: number;
      readonly waitMs?: number;
    };

/** What `journeyEnrollment` is started with, and continues as. */
export interface Passage {
  readonly enrollment: string;
  readonly known?: number;
}

/** What `handoffSla` is started with, and continues as. */
export interface HandoffPassage {
  readonly handoff: string;
  readonly known?: number;
}

/** The activities the workflows call; the worker satisfies it. */
export interface Activities {
  carryOn(passage: { readonly enrollment: string; readonly known: number }): Promise<Rest>;
  carryOnHandoff(passage: { readonly handoff: string; readonly known: number }): Promise<Rest>;
  /** Claims, sends and records one effect; returns when it is final, ambiguous, dropped, or due in over 60 s. */
  perform(effect: { readonly effect: string }): Promise<void>;
}
