import { demoKey } from '@sodate/services/write-key/ensure-demo-key';
import type { DemoTexts } from './demo-texts.ts';
import { type Html, html } from './html.ts';

/** A page of the demo site, before its frame is put around it. */
export interface DemoPage {
  /** Without the site's part: "/price"; the home page: "". */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly content: Html;
}

/** Where a page lies in a language: Japanese at /demo, English at /demo/en. */
export function pageAddress({ language, path }: { language: DemoTexts['language']; path: string }): string {
  return `/demo${language === 'en' ? '/en' : ''}${path}`;
}

/** Leads to the home page in a language for good: its plain address opens in the browser's. */
export function languageAddress({ language, path }: { language: DemoTexts['language']; path: string }): string {
  return path === '' ? `/demo?language=${language}` : pageAddress({ language, path });
}

/** The whole document: head with our tracker, the bar that says what this is, header, content, footer. */
export function writePage({ texts, page }: { texts: DemoTexts; page: DemoPage }): string {
  const { language } = texts;
  const address = (path: string) => pageAddress({ language, path });
  const other = language === 'ja' ? 'en' : 'ja';
  const otherAddress = languageAddress({ language: other, path: page.path });
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title} | ${texts.product}</title>
<meta name="description" content="${page.description}">
<link rel="alternate" hreflang="${other}" href="${otherAddress}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/demo/style.css">
<link rel="stylesheet" href="/demo/pages.css">
<script async src="/t.js" data-key="${demoKey}"></script>
</head>
<body>
<a class="skip" href="#content">${texts.skip}</a>
<aside class="bar"><p>${texts.bar.note}</p><a href="/">${texts.bar.back}</a></aside>
<header class="top">
<a class="brand" href="${address('')}">${mark()}<span>${texts.product}</span></a>
<nav aria-label="${texts.menu.label}">
<a href="${address('')}#features">${texts.menu.features}</a>
<a href="${address('')}#cases">${texts.menu.cases}</a>
<a href="${address('/price')}">${texts.menu.price}</a>
<a href="${address('/contact')}">${texts.contact}</a>
<a lang="${other}" href="${otherAddress}">${texts.otherLanguage}</a>
</nav>
<a class="button" href="${address('/request')}">${texts.request}</a>
</header>
<main id="content">
${page.content}
</main>
<footer><p>© 2026 ${texts.company}</p><p>${texts.footer}</p></footer>
</body>
</html>
`.markup;
}

function mark(): Html {
  return html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 13h8v8H3zM13 13h8v8h-8zM8 3h8v8H8z"/></svg>`;
}
