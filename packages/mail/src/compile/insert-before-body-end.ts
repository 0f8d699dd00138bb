/** Puts a part at the end of the body; at the very end where there is no body tag. */
export function insertBeforeBodyEnd({ html, part }: { html: string; part: string }): string {
  const at = html.lastIndexOf('</body>');
  return at < 0 ? html + part : html.slice(0, at) + part + html.slice(at);
}
