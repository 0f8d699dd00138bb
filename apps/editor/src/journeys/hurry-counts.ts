const everyMs = 3_000;
const hurriedMs = 500;
/** By then a batch has brought the new version to the leads in flight, unless there are very many. */
const hurryForMs = 12_000;

let hurriedUntil = 0;

/** A publication changes when leads go on a moment after it is done: for some seconds the numbers are read more often. */
export function hurryCounts({ now }: { now: number }): void {
  hurriedUntil = now + hurryForMs;
}

/** How soon the numbers on the canvas are read again. */
export function countsEveryMs({ now }: { now: number }): number {
  return now < hurriedUntil ? hurriedMs : everyMs;
}
