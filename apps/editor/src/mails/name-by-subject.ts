/** As many letters as a name may have. */
const mostLetters = 100;

/**
 * What a mail is called from now on: as its subject where nobody has given it a name of its own, which is so while it
 * still bears the one it was made with, or the subject's.
 */
export function nameBySubject({
  name,
  before,
  after,
  unnamed,
}: {
  name: string;
  /** The subject as a person reads it, before and after the change. */
  before: string;
  after: string;
  /** What a mail is called when it is made. */
  unnamed: string;
}): string {
  const cut = (subject: string) => subject.trim().slice(0, mostLetters).trim();
  if (name !== cut(before) && name !== unnamed) return name;
  return cut(after) || unnamed;
}
