import { buttonHtml } from '@sodate/mail/button-html';
import { escapeHtml } from '@sodate/mail/escape-html';
import type { NoticePart } from './word-notice.ts';

/** A notice's mail as text and as HTML: one column, so that it reads on a phone as it is. */
export function renderNotice(parts: readonly NoticePart[]): { readonly text: string; readonly html: string } {
  return {
    text: `${parts.map(textOf).join('\n\n')}\n`,
    html: `<div style="max-width:560px;font-size:16px;line-height:1.6">${parts.map(htmlOf).join('')}</div>`,
  };
}

function textOf(part: NoticePart): string {
  switch (part.kind) {
    case 'lines':
      return [...(part.title === undefined ? [] : [`■ ${part.title}`]), ...part.lines].join('\n');
    case 'phone':
      return `${part.title}: ${part.number}`;
    case 'link':
      return `${part.title}\n${part.url}`;
  }
}

function htmlOf(part: NoticePart): string {
  switch (part.kind) {
    case 'lines': {
      const lines = part.lines.map((line) => escapeHtml(line).replaceAll('\n', '<br>')).join('<br>');
      return part.title === undefined ? `<p>${lines}</p>` : `<p><b>${escapeHtml(part.title)}</b><br>${lines}</p>`;
    }
    case 'phone': {
      const number = escapeHtml(part.number);
      return `<p>${escapeHtml(part.title)}: <a href="tel:${escapeHtml(part.number.replaceAll(/[^\d+]/g, ''))}">${number}</a></p>`;
    }
    case 'link':
      return `<p>${buttonHtml(part)}</p>`;
  }
}
