/** Where a hand-off's note is written: buttons lead there. */
export function noteId(handoff: string): string {
  return `note-${handoff}`;
}
