/** What went wrong while loading somebody's file, with the place where the stack alone names it, as for a slip of syntax. */
export function wordFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = error instanceof SyntaxError ? /^(file:\/\/)?(\/\S+?:\d+)/.exec(error.stack ?? '')?.[2] : undefined;
  return place === undefined ? error.message : `${place}: ${error.message}`;
}
