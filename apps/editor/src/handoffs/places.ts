/** Where the keys lead on the screen of the hand-offs: a line of the list, the brief beside it, the ways to reject. */
export function itemId(handoff: string): string {
  return `handoff-${handoff}`;
}

export function briefId(handoff: string): string {
  return `brief-${handoff}`;
}

export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
