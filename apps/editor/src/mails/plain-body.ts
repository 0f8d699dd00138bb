/** A body that is written without tags: paragraphs and buttons in one column, and all around it kept as it was. */
export interface PlainBody {
  readonly before: string;
  readonly blocks: readonly PlainBlock[];
  readonly after: string;
}

export type PlainBlock =
  /** Lines; a link is written `[words](address)`, a variable as Liquid. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'button'; readonly label: string; readonly address: string };

/** One section with one column; more than that is laid out by hand, and is left to the code. */
const frame =
  /^([\s\S]*?<mj-body[^>]*>\s*<mj-section[^>]*>\s*<mj-column[^>]*>)([\s\S]*)(<\/mj-column>\s*<\/mj-section>\s*<\/mj-body>\s*<\/mjml>\s*)$/;

const block = /\s*(?:<mj-text\s*>([\s\S]*?)<\/mj-text>|<mj-button\s+href="([^"]*)"\s*>([\s\S]*?)<\/mj-button>)/y;

/** Liquid ends before what safe writing leaves behind: else words that only begin like Liquid would be read as it. */
const noLiquid = String.raw`<\/|<br\s*\/?>|&(?:amp|lt|gt|quot);`;
const liquid = String.raw`\{\{(?:(?!\}\}|${noLiquid})[^\n])*\}\}|\{%(?:(?!%\}|${noLiquid})[^\n])*%\}`;
const written = new RegExp(
  String.raw`(${liquid})|<br\s*/?>|<a href="([^"]*)"\s*>([^<[\]]*)</a>|&(amp|lt|gt|quot);|([^<&[\]{]+|[{[\]]|&(?![a-zA-Z#]))`,
  'y',
);
const link = /\[([^[\]\n]+)\]\(((?:\{\{[^"<>{}\n]*\}\}|[^()\s"<>{}])+)\)/;
const liquidTags = new RegExp(liquid, 'g');
const typed = new RegExp(`(${liquid})|${link.source}`, 'g');
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Nothing where the body has more in it than paragraphs and buttons: then only its code shows all of it. */
export function readPlainBody(body: string): PlainBody | undefined {
  const [, before, content, after] = frame.exec(body) ?? [];
  if (before === undefined || content === undefined || after === undefined || before.includes('<!--')) return undefined;
  const blocks: PlainBlock[] = [];
  const end = content.trimEnd().length;
  for (let at = 0; at < end; at = block.lastIndex) {
    block.lastIndex = at;
    const [whole, text, href, label] = block.exec(content) ?? [];
    if (whole === undefined) return undefined;
    const read = text === undefined ? readButton({ href, label }) : readText(text);
    if (read === undefined) return undefined;
    blocks.push(read);
    block.lastIndex = at + whole.length;
  }
  return { before, blocks, after };
}

/** The MJML of a body. What `readPlainBody` gave comes back with the same meaning. */
export function writePlainBody({ before, blocks, after }: PlainBody): string {
  const lines = blocks.flatMap((one) => (one.kind === 'text' ? writeText(one.text) : [writeButton(one)]));
  return [before, ...lines.map((line) => `        ${line}`), `      ${after}`].join('\n');
}

function readText(source: string): PlainBlock | undefined {
  const text = readWords(source);
  // Words that would turn into a link are left to the code.
  if (text === undefined || linksIn(text) !== (source.replace(liquidTags, '').match(/<a /g) ?? []).length)
    return undefined;
  return { kind: 'text', text };
}

function linksIn(text: string): number {
  return [...text.matchAll(typed)].filter(({ 2: words }) => words !== undefined).length;
}

function readButton({
  href = '',
  label = '',
}: {
  href: string | undefined;
  label: string | undefined;
}): PlainBlock | undefined {
  const words = readWords(label);
  if (words === undefined || words.includes('\n') || /<(?:a|br)\b/.test(label.replace(liquidTags, '')))
    return undefined;
  return { kind: 'button', label: words, address: decode(href) };
}

/** Line breaks of the source are spaces to a reader of the mail; `<br>` makes the lines. */
function readWords(source: string): string | undefined {
  let text = '';
  const flat = source.replace(/[ \t\r\n]+/g, ' ');
  for (let at = 0; at < flat.length; at = written.lastIndex) {
    written.lastIndex = at;
    const [whole, tag, href, words, entity, plain] = written.exec(flat) ?? [];
    if (whole === undefined) return undefined;
    if (href !== undefined && words !== undefined) {
      const shown = `[${decode(words)}](${decode(href)})`;
      if (link.exec(shown)?.[0] !== shown) return undefined;
      text += shown;
    } else text += tag ?? plain ?? (entity === undefined ? '\n' : entities[entity]);
  }
  return text
    .split('\n')
    .map((line) => line.replace(/^ +| +$/g, ''))
    .join('\n');
}

function writeText(text: string): string[] {
  const lines = text.split('\n').map((line) => writeWords({ text: line, links: true }));
  return ['<mj-text>', ...lines.map((line, at) => `  ${line}${at < lines.length - 1 ? '<br />' : ''}`), '</mj-text>'];
}

function writeButton({ label, address }: { label: string; address: string }): string {
  return `<mj-button href="${encode(address).replaceAll('"', '&quot;')}">${writeWords({ text: label.replaceAll('\n', ' '), links: false })}</mj-button>`;
}

/** Liquid stays as it is; all other words are made safe. */
function writeWords({ text, links }: { text: string; links: boolean }): string {
  let made = '';
  let from = 0;
  for (const { index, 0: whole, 1: tag, 2: words, 3: address } of text.matchAll(typed)) {
    made += encode(text.slice(from, index));
    if (tag !== undefined) made += tag;
    else if (links) made += `<a href="${encode(address ?? '')}">${encode(words ?? '')}</a>`;
    else made += encode(whole);
    from = index + whole.length;
  }
  return made + encode(text.slice(from));
}

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '');
}
