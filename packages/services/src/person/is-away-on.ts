/** The days on which somebody is away, both included; without an end: until they say otherwise. */
export interface DaysAway {
  readonly from: string | null;
  readonly until: string | null;
}

/** Whether a day, "2026-12-28", is one of them. */
export function isAwayOn({ from, until }: DaysAway, date: string): boolean {
  return from !== null && from <= date && (until === null || date <= until);
}
