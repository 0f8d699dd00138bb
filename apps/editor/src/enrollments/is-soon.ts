/** A minute's name says nothing of what comes within it. */
export function isSoon(at: string): boolean {
  return Date.parse(at) - Date.now() < 60_000;
}
