import type { DemoTexts } from './demo-texts.ts';
import { html } from './html.ts';
import { type DemoPage, pageAddress } from './layout.ts';
import { writeCase, writeFeature } from './write-article.ts';
import { writeContactForm, writeRequestForm, writeThanks } from './write-form.ts';
import { writeHome, writePrice } from './write-home.ts';

/** All pages of the site in one language. */
export function listDemoPages(texts: DemoTexts): readonly DemoPage[] {
  return [
    writeHome(texts),
    ...texts.features.map((feature) => writeFeature({ texts, feature })),
    ...texts.cases.map((story) => writeCase({ texts, story })),
    writePrice(texts),
    writeRequestForm(texts),
    writeContactForm(texts),
    writeThanks({ texts, page: texts.requestPage, path: '/request' }),
    writeThanks({ texts, page: texts.contactPage, path: '/contact' }),
  ];
}

/** For addresses under the site that lead nowhere. */
export function writeNotFound(texts: DemoTexts): DemoPage {
  const home = pageAddress({ language: texts.language, path: '' });
  return {
    path: '',
    title: texts.notFound,
    description: texts.notFound,
    content: html`<section class="head"><h1>${texts.notFound}</h1><p><a href="${home}">${texts.backHome}</a></p></section>`,
  };
}
