/** The line, from 1, in which a place of a text lies. */
export function lineOf({ text, offset }: { text: string; offset: number }): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
