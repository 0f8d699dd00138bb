import type { EffectRow } from '@sodate/database/schema/enrollment';
import type { Instant, Milliseconds } from '@sodate/journey/time/instant';
import type { SendResult } from '@sodate/nodes/kit/effect';
import type { Context } from '../context.ts';
import type { InlineGate } from './inline-gate.ts';

/** What the claim prepared, to be sent outside any transaction. */
export interface Errand {
  readonly limitMs: Milliseconds;
  /** Sends once. Never throws: a fault is a result. `beforeDot` says whether the claim is still young enough to send. */
  send(request: { readonly limitMs: Milliseconds; readonly beforeDot: () => Promise<boolean> }): Promise<SendResult>;
}

/** What the claim asks of a channel, inside its transaction: may this be sent now, and how. */
export type Prepared =
  | { readonly kind: 'send'; readonly errand: Errand }
  | { readonly kind: 'not-sent'; readonly reason: NonNullable<EffectRow['notSentReason']> }
  | { readonly kind: 'later'; readonly at: Instant }
  /** It cannot be made for this lead, now or later. */
  | { readonly kind: 'failed'; readonly error: string };

/** A way out of the house: "mail", "webhook". One task queue and one rate each. */
export interface Channel {
  readonly name: string;
  prepare(request: {
    readonly context: Context;
    readonly effect: EffectRow;
    readonly now: Instant;
    /** The longest a try may take, as the plan says. */
    readonly limitMs: Milliseconds;
  }): Promise<Prepared>;
  /** Facts to store once it is known as sent (a mail-sent event). In the recording transaction. */
  recordSent(request: { readonly context: Context; readonly effect: EffectRow; readonly now: Instant }): Promise<void>;
  /** Notes that the receiver's address is none, in the recording transaction; the claim that follows then judges it. */
  recordBounced?(request: {
    readonly context: Context;
    readonly effect: EffectRow;
    readonly now: Instant;
  }): Promise<void>;
}

/** The context of a worker: what looks need beside the database. */
export interface EngineContext extends Context {
  channelOf(name: string): Channel;
  readonly gate: InlineGate;
  /** The machine's monotonic clock, in milliseconds. */
  readonly monotonicMs: () => number;
}
