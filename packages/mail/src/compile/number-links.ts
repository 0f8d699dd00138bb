import { Parser } from 'htmlparser2';

export interface NumberedLink {
  /** Its number in the mail, from 0. */
  readonly number: number;
  /** The target as written; with Liquid in it, rendered at send. */
  readonly target: string;
}

/** What stands in the HTML in place of a tracked link's target. */
export function linkPlaceholder(number: number): string {
  return `sodate-link:${number}`;
}

const trackedTarget = /^\s*(?:https?:\/\/|\{\{)/i;
const unsubscribeTarget = /^\s*\{\{-?\s*unsubscribe_url\s*-?\}\}\s*$/;

/** Replaces the targets of all links to pages by numbered placeholders. Mail, phone, anchors and unsubscribing stay. */
export function numberLinks(html: string): { html: string; links: NumberedLink[] } {
  const links: NumberedLink[] = [];
  const out: string[] = [];
  let copied = 0;
  let tag = '';
  const parser = new Parser({
    onopentagname(name) {
      tag = name;
    },
    onattribute(name, value) {
      if (name !== 'href' || (tag !== 'a' && tag !== 'area')) return;
      if (!trackedTarget.test(value) || unsubscribeTarget.test(value)) return;
      const number = links.length;
      links.push({ number, target: value.trim() });
      out.push(html.slice(copied, parser.startIndex), `href="${linkPlaceholder(number)}"`);
      copied = parser.endIndex + (/["']/.test(html[parser.endIndex] ?? '') ? 1 : 0);
    },
  });
  parser.end(html);
  out.push(html.slice(copied));
  return { html: out.join(''), links };
}
