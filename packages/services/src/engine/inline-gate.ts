import type { Milliseconds } from '@sodate/journey/time/instant';

const sendsRemembered = 20;
const mostOnChannel = 8;
const mostInProcess = 25;
/** More than these need not hope for room soon: they are a rush, and a rush is Temporal's to keep. */
const mostWaiting = 16;

interface ChannelLoad {
  running: number;
  /** Durations of the last sends, newest last. */
  readonly recent: Milliseconds[];
  offUntil: number;
  tokens: number;
  filledAt: number;
}

/** A permit to send inside a look, to be given back by one of the two. */
export interface InlinePermit {
  /** With the time the send took. */
  done(tookMs: Milliseconds): void;
  /** Nothing was sent: it says nothing about how quick the channel is. */
  unused(): void;
}

/**
 * Decides whether a send may go inline: a token of the inline share is free, fewer than 8 on the channel and 25 in
 * the process are under way, and fewer than half of the channel's last 20 were slow (else off for a minute).
 */
export class InlineGate {
  readonly #loads = new Map<string, ChannelLoad>();
  readonly #now: () => number;
  readonly #perSecond: (channel: string) => number;
  readonly #slowMs: Milliseconds;
  readonly #offMs: Milliseconds;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  /** `perSecond`: this worker's part of the inline share of a channel's rate; Infinity where there is no rate. */
  constructor({
    now,
    perSecond,
    slowMs,
    offMs,
  }: { now: () => number; perSecond: (channel: string) => number; slowMs: Milliseconds; offMs: Milliseconds }) {
    this.#now = now;
    this.#perSecond = perSecond;
    this.#slowMs = slowMs;
    this.#offMs = offMs;
  }

  tryEnter(channel: string): InlinePermit | undefined {
    const load = this.#loadOf(channel);
    const now = this.#now();
    if (now < load.offUntil || this.#isFull(load)) return undefined;
    if (!this.#takeToken({ load, channel, now })) return undefined;
    load.running++;
    this.#running++;
    return { done: (tookMs) => this.#note({ load, tookMs }), unused: () => this.#leave(load) };
  }

  /**
   * Waits where only room is missing: until a send under way ends, `withinMs` at the most. False where none ended in
   * time, too many wait, or something else keeps sends from going inline.
   */
  async waitForRoom({ channel, withinMs }: { channel: string; withinMs: Milliseconds }): Promise<boolean> {
    const load = this.#loadOf(channel);
    if (this.#now() < load.offUntil || !this.#isFull(load) || this.#waiting.size >= mostWaiting) return false;
    return new Promise<boolean>((resolve) => {
      const settle = (hasRoom: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(onRoom);
        resolve(hasRoom);
      };
      const onRoom = () => settle(true);
      const timer = setTimeout(() => settle(false), withinMs);
      this.#waiting.add(onRoom);
    });
  }

  #isFull(load: ChannelLoad): boolean {
    return load.running >= mostOnChannel || this.#running >= mostInProcess;
  }

  #leave(load: ChannelLoad): void {
    load.running--;
    this.#running--;
    const [longest] = this.#waiting;
    longest?.();
  }

  #note({ load, tookMs }: { load: ChannelLoad; tookMs: Milliseconds }): void {
    this.#leave(load);
    load.recent.push(tookMs);
    if (load.recent.length > sendsRemembered) load.recent.shift();
    const slow = load.recent.filter((span) => span > this.#slowMs).length;
    if (slow * 2 < sendsRemembered) return;
    load.offUntil = this.#now() + this.#offMs;
    load.recent.length = 0;
  }

  #takeToken({ load, channel, now }: { load: ChannelLoad; channel: string; now: number }): boolean {
    const rate = this.#perSecond(channel);
    if (rate === Number.POSITIVE_INFINITY) return true;
    load.tokens = Math.min(Math.max(1, rate), load.tokens + ((now - load.filledAt) / 1_000) * rate);
    load.filledAt = now;
    if (load.tokens < 1) return false;
    load.tokens -= 1;
    return true;
  }

  #loadOf(channel: string): ChannelLoad {
    const known = this.#loads.get(channel);
    if (known) return known;
    const load: ChannelLoad = { running: 0, recent: [], offUntil: 0, tokens: 1, filledAt: this.#now() };
    this.#loads.set(channel, load);
    return load;
  }
}
