/** What was done to whom, and when; also told on the terminal as it happens. */
export interface FaultLog {
  /** What was done is told as it is done: "kills API at send.after-dot". */
  note(what: string): void;
  readonly lines: readonly string[];
  elapsedMs(): number;
}

/** `say`: where progress goes. */
export function createFaultLog({ say }: { say: (line: string) => void }): FaultLog {
  const startedMs = performance.now();
  const lines: string[] = [];
  const elapsedMs = () => performance.now() - startedMs;
  return {
    lines,
    elapsedMs,
    note: (what) => {
      const line = `${(elapsedMs() / 1_000).toFixed(1).padStart(7)} s  ${what}`;
      lines.push(line);
      say(line);
    },
  };
}
