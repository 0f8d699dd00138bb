const hidden =
  'display:none;max-height:0;max-width:0;opacity:0;overflow:hidden;font-size:1px;line-height:1px;color:#ffffff;';

/** Puts the line that inboxes show beside the subject at the start of the body, out of sight. */
export function insertPreview({ html, preview }: { html: string; preview: string }): string {
  if (preview.trim() === '') return html;
  const body = /<body[^>]*>/.exec(html);
  const at = body ? body.index + body[0].length : 0;
  return `${html.slice(0, at)}<div style="${hidden}">${escapeOutsideLiquid(preview)}</div>${html.slice(at)}`;
}

/** The marketer's own words as text, their Liquid untouched: its values are escaped when it is rendered. */
function escapeOutsideLiquid(source: string): string {
  return source
    .split(/(\{\{.*?\}\}|\{%.*?%\})/s)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))
    .join('');
}
