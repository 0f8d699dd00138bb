/** What the keys of a brief do, by key. */
export type KeyActs = Readonly<Record<string, () => void>>;

/**
 * The keys of the brief that is chosen. One that is pressed before the brief is there waits for it, and for no other;
 * digits right after C were meant for the day that C asks for, and answer nothing.
 */
export interface BriefKeys {
  /** `at` in milliseconds of any clock. */
  press(given: { readonly handoff: string; readonly key: string; readonly at: number }): void;
  /** Another is chosen: what waited for the one before is not wanted any more. */
  choose(handoff: string | undefined): void;
  /** While it is shown, a part of the brief says what some of its keys do. Gives what ends that. */
  attend(given: { readonly handoff: string; readonly acts: KeyActs }): () => void;
  /** All parts of the brief are there. Gives what ends that. */
  show(handoff: string): () => void;
}

/** Asks for a day, and what is typed for it may come before its field does. */
const picks = 'C';
const digits = /^\d$/;
const pickingMs = 3_000;

export function briefKeys(): BriefKeys {
  const parts = new Set<{ readonly handoff: string; readonly acts: KeyActs }>();
  let shown: string | undefined;
  let waiting: { readonly handoff: string; readonly key: string } | undefined;
  let picking: { readonly handoff: string; readonly at: number } | undefined;
  const act = (handoff: string, key: string) => {
    for (const part of parts) if (part.handoff === handoff) part.acts[key]?.();
  };
  return {
    press({ handoff, key, at }) {
      const isForDay = digits.test(key) && picking?.handoff === handoff && at - picking.at < pickingMs;
      picking = isForDay || key === picks ? { handoff, at } : undefined;
      if (isForDay) return;
      if (shown === handoff) act(handoff, key);
      else waiting = { handoff, key };
    },
    choose(handoff) {
      if (waiting?.handoff !== handoff) waiting = undefined;
    },
    attend(part) {
      parts.add(part);
      return () => parts.delete(part);
    },
    show(handoff) {
      shown = handoff;
      const key = waiting?.handoff === handoff ? waiting.key : undefined;
      waiting = undefined;
      if (key !== undefined) act(handoff, key);
      return () => {
        if (shown === handoff) shown = undefined;
      };
    },
  };
}
