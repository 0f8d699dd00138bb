/** One process of the zoo, by name. It can be killed, frozen and brought back, as often as one likes. */
export interface FaultPart {
  readonly name: string;
  /** SIGKILL: nothing is closed, nothing is said. Resolves once it is gone. */
  kill(): Promise<void>;
  /** Begins anew on the same data, after `kill`. Resolves once it serves. */
  restart(): Promise<void>;
  /** SIGSTOP: it holds what it holds, and knows nothing of the time that passes. */
  freeze(): void;
  /** SIGCONT. */
  thaw(): void;
  /** Ends it for good. */
  stop(): Promise<void>;
}
