/** Where a hand-off's note is written: buttons lead there. */
export function noteId(handoff: string): string {
  return `note-${handoff}`;
}

export function goToNote(handoff: string) {
  const field = document.getElementById(noteId(handoff));
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}
