/** Names of caught mails: `MILLISECONDS-RANDOM`, so that they sort by arrival. The `.eml` stays on disk alone. */
const namePattern = /^\d{13}-[0-9a-f]{12}$/;

const extension = '.eml';

export function mailboxName({ atMs, random }: { atMs: number; random: string }): string {
  return `${String(atMs).padStart(13, '0')}-${random}`;
}

export function fileOf(name: string): string {
  return `${name}${extension}`;
}

/** The name of a file in the mailbox folder; undefined where it is none of ours. */
export function nameOfFile(file: string): string | undefined {
  const name = file.endsWith(extension) ? file.slice(0, -extension.length) : '';
  return isMailboxName(name) ? name : undefined;
}

/** Guards paths: a name that comes from outside names a file only if it looks like ours. */
export function isMailboxName(name: string): boolean {
  return namePattern.test(name);
}

export function caughtAtMs(name: string): number {
  return Number(name.slice(0, 13));
}
