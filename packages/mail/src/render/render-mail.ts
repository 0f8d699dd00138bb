import type { Liquid } from 'liquidjs';
import { insertBeforeBodyEnd } from '../compile/insert-before-body-end.ts';
import type { NumberedLink } from '../compile/number-links.ts';
import { singleLine } from '../single-line.ts';
import { htmlEngine, textEngine } from './liquid-engine.ts';
import type { MailVariables } from './mail-variables.ts';
import { renderTemplate } from './render-template.ts';

export interface MailTemplate {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly links: readonly NumberedLink[];
}

export interface RenderedMail {
  /** One line, whatever the lead's name holds. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** With the targets that this lead gets. */
  readonly links: readonly NumberedLink[];
}

/** Milliseconds for all parts of one mail. */
const mostMs = 2_000;

const placeholder = /sodate-link:(\d+)/g;

/**
 * Fills a compiled mail for one lead. `linkUrl` gives what stands in place of a link; `pixelUrl`, where given, adds an
 * invisible image that tells of the opening. @throws RenderError
 */
export function renderMail({
  template,
  variables,
  linkUrl,
  pixelUrl,
}: {
  template: MailTemplate;
  variables: MailVariables;
  linkUrl: (link: NumberedLink) => string;
  pixelUrl?: string;
}): RenderedMail {
  const fill = fillWithin({ limitMs: mostMs, variables });
  const links = template.links.map(({ number, target }) => ({ number, target: renderTarget({ target, fill }) }));
  const urls = links.map(linkUrl);
  // The placeholders go first: what a lead wrote into a form must not be read as one.
  const withUrls = (source: string) =>
    source.replaceAll(placeholder, (_, number: string) => urls[Number(number)] ?? '');
  const html = fill({ engine: htmlEngine, template: withUrls(template.html) });
  return {
    subject: singleLine(fill({ engine: textEngine, template: template.subject })),
    html: pixelUrl === undefined ? html : insertBeforeBodyEnd({ html, part: pixel(pixelUrl) }),
    text: fill({ engine: textEngine, template: withUrls(template.text) }),
    links,
  };
}

type Fill = (part: { engine: Liquid; template: string }) => string;

/** Renders parts of one mail that share one limit: a mail may have thousands of links, each with Liquid of its own. */
function fillWithin({ limitMs, variables }: { limitMs: number; variables: MailVariables }): Fill {
  let leftMs = limitMs;
  return ({ engine, template }) => {
    const start = performance.now();
    try {
      return renderTemplate({ engine, template, variables, limitMs: leftMs });
    } finally {
      leftMs = Math.max(0, leftMs - (performance.now() - start));
    }
  };
}

function renderTarget({ target, fill }: { target: string; fill: Fill }): string {
  if (!/\{\{|\{%/.test(target)) return target;
  return singleLine(fill({ engine: textEngine, template: target }), { limit: 2_000 });
}

function pixel(url: string): string {
  return `<img src="${url}" width="1" height="1" alt="" style="display:block;border:0">`;
}
