import { Parser } from 'htmlparser2';

// With their content: nothing in them is for a reader.
const dropped = new Set(['script', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'noscript', 'template']);
// Without their content: only what they do is unwanted.
const unwrapped = new Set(['form', 'input', 'button', 'select', 'textarea', 'base', 'meta', 'link', 'svg', 'math']);
const voids = new Set(['area', 'br', 'col', 'hr', 'img', 'source', 'track', 'wbr']);
const urlAttributes = new Set(['href', 'src', 'background', 'action', 'formaction', 'poster', 'xlink:href']);
const harmlessUrl = /^(?:https?:|mailto:|tel:|cid:|data:image\/(?:png|gif|jpeg|webp);|#|\/|[^:]*$)/i;

/** A mail's HTML with all taken out that could act: for showing in a sandboxed frame, as a second wall. */
export function sanitiseHtml(html: string): string {
  const out: string[] = [];
  let droppedDepth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (dropped.has(name)) droppedDepth += 1;
        if (droppedDepth > 0 || unwrapped.has(name)) return;
        out.push(`<${name}${writeAttributes({ name, attributes })}>`);
      },
      ontext(text) {
        if (droppedDepth === 0) out.push(escapeText(text));
      },
      onclosetag(name) {
        if (dropped.has(name)) droppedDepth = Math.max(0, droppedDepth - 1);
        else if (droppedDepth === 0 && !unwrapped.has(name) && !voids.has(name)) out.push(`</${name}>`);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return out.join('');
}

function writeAttributes({ name, attributes }: { name: string; attributes: Record<string, string> }): string {
  const kept = Object.entries(attributes).filter(([key, value]) => {
    if (key.startsWith('on') || key === 'srcdoc' || key === 'target' || !/^[a-z][a-z0-9:-]*$/.test(key)) return false;
    return !urlAttributes.has(key) || harmlessUrl.test(value.replaceAll(/[\p{Cc}\s]/gu, ''));
  });
  const written = kept.map(([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`).join('');
  return name === 'a' ? `${written} target="_blank" rel="noopener noreferrer"` : written;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
