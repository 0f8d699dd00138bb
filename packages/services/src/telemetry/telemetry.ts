/** A piece of work worth a measure and a span. `ids` go onto the span alone: never a name, an address, or a label. */
export interface MeasuredWork {
  readonly name: 'look' | 'turns' | 'claim' | 'send' | 'perform' | 'store-events';
  readonly ids?: Readonly<Record<string, string>>;
}

/** How the engine and the API tell what they do; absent in tests and tools. */
export interface Telemetry {
  /** Runs the work, and notes how long it took and whether it failed. */
  around<Result>(work: MeasuredWork, run: () => Promise<Result>): Promise<Result>;
  /** A hop was made, so long after its deadline or event. */
  hopped(hop: { readonly lateMs: number }): void;
  sent(send: { readonly channel: string; readonly result: string }): void;
  claimed(claim: { readonly channel: string; readonly result: string }): void;
  received(events: { readonly accepted: number; readonly rejected: number }): void;
  answered(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly tookMs: number;
  }): void;
}
