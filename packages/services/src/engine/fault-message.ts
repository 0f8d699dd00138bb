/** What went wrong, for a person to read: the database's own words rather than the query, which holds people's data. */
export function faultMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
