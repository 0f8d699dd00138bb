/**
 * The lines that say what a step came to. A node that sent a mail is told by the mail's name, as everywhere, and by its
 * subject in the words that this lead got; a title that is the name already says it once.
 */
export function wordsOfStep({
  title,
  summary,
  mail,
}: {
  title: string;
  /** The card's line, with fields where names stand. */
  summary: string;
  mail: { readonly name: string; readonly subject: string } | null;
}): readonly string[] {
  const lines = mail === null ? [summary] : [mail.name || summary, mail.subject];
  return [...new Set(lines)].filter((line) => line !== '' && line !== title);
}
