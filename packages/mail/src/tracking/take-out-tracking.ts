import type { Id } from '@sodate/journey/id';
import { Parser } from 'htmlparser2';
import type { NumberedLink } from '../compile/number-links.ts';
import { type MailToken, readMailTokenUnproven } from './mail-token.ts';

const trackedUrl = /(?:https?:)?[^\s"'<>()]*\/m\/[ocu]\/([\w-]{43})(?![\w-])(?:\.gif)?/gi;

/**
 * A sent mail's HTML as it may be read again without a trace: the image that tells of the opening is gone, links lead
 * straight to their targets, and the way to unsubscribe does nothing. The mail's own addresses are known by the id in
 * their tokens, since host and key may have changed; everything else stays as it was sent.
 */
export function takeOutTracking({
  html,
  links,
  sentMail,
}: {
  html: string;
  links: readonly NumberedLink[];
  sentMail: Id<'sent-mail'>;
}): string {
  const targets = new Map(links.map(({ number, target }) => [number, target]));
  const tokenOf = (url: string): MailToken | undefined => {
    const text = [...url.matchAll(trackedUrl)][0]?.[1];
    const token = text === undefined ? undefined : readMailTokenUnproven(text);
    return token?.sentMail === sentMail ? token : undefined;
  };
  const marked = spliceTags({
    html,
    replace({ name, attributes }) {
      if (name === 'img' && tokenOf(attributes.src ?? '') !== undefined) return '';
      const token = tokenOf(attributes.href ?? '');
      if (token === undefined) return undefined;
      const { href: _, ...others } = attributes;
      const target = token.kind === 'click' ? targets.get(token.link) : undefined;
      return writeTag({ name, attributes: target === undefined ? others : { ...others, href: target } });
    },
  });
  // What stands elsewhere, as an address written out or in a style.
  return marked.replaceAll(trackedUrl, (url: string) => (tokenOf(url) === undefined ? url : '…'));
}

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Puts other text in the place of opening tags, and copies all the rest untouched; undefined keeps a tag. */
function spliceTags({ html, replace }: { html: string; replace: (tag: Tag) => string | undefined }): string {
  const out: string[] = [];
  let copied = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      const instead = replace({ name, attributes });
      if (instead === undefined) return;
      out.push(html.slice(copied, parser.startIndex), instead);
      copied = parser.endIndex + 1;
    },
  });
  parser.end(html);
  out.push(html.slice(copied));
  return out.join('');
}

function writeTag({ name, attributes }: Tag): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  return `<${name}${written.join('')}>`;
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
