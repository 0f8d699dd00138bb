import type { DemoArticle, DemoCase, DemoTexts } from './demo-texts.ts';
import { type Html, html } from './html.ts';
import { type DemoPage, pageAddress } from './layout.ts';

/** A page about one feature. */
export function writeFeature({ texts, feature }: { texts: DemoTexts; feature: DemoArticle }): DemoPage {
  const others = texts.features.filter((one) => one !== feature);
  return {
    path: featurePath(feature),
    title: feature.title,
    description: feature.summary,
    content: html`<article>
<header class="head"><p class="kind">${texts.menu.features}</p><h1>${feature.title}</h1><p class="lead">${feature.lead}</p></header>
${sections(feature)}
</article>
${closing(texts)}
<section class="wide"><h2>${texts.otherFeatures}</h2>${featureCards({ texts, features: others })}</section>`,
  };
}

/** A page about one customer. */
export function writeCase({ texts, story }: { texts: DemoTexts; story: DemoCase }): DemoPage {
  const others = texts.cases.filter((one) => one !== story);
  const figures = story.figures.map(({ value, label }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`);
  return {
    path: casePath(story),
    title: `${story.title} | ${story.customer}`,
    description: story.summary,
    content: html`<article>
<header class="head"><p class="kind">${texts.menu.cases}</p><h1>${story.title}</h1>
<p class="customer">${story.customer}<small>${story.profile}</small></p><p class="lead">${story.lead}</p></header>
<dl class="figures">${figures}</dl>
${sections(story)}
</article>
${closing(texts)}
<section class="wide"><h2>${texts.otherCases}</h2>${caseCards({ texts, cases: others })}</section>`,
  };
}

export function featureCards({ texts, features }: { texts: DemoTexts; features: readonly DemoArticle[] }): Html {
  const cards = features.map((feature) => card({ texts, path: featurePath(feature), article: feature }));
  return html`<ul class="cards">${cards}</ul>`;
}

export function caseCards({ texts, cases }: { texts: DemoTexts; cases: readonly DemoCase[] }): Html {
  const cards = cases.map((story) => card({ texts, path: casePath(story), article: story, over: story.customer }));
  return html`<ul class="cards">${cards}</ul>`;
}

/** The invitation at the end of most pages. */
export function closing(texts: DemoTexts): Html {
  const address = pageAddress({ language: texts.language, path: '/request' });
  return html`<section class="closing"><h2>${texts.home.closing}</h2><p>${texts.home.closingLead}</p>
<a class="button" href="${address}">${texts.request}</a></section>`;
}

function card({
  texts,
  path,
  article,
  over,
}: {
  texts: DemoTexts;
  path: string;
  article: DemoArticle;
  over?: string;
}): Html {
  const customer = over === undefined ? undefined : html`<p class="kind">${over}</p>`;
  return html`<li>${customer}<h3><a href="${pageAddress({ language: texts.language, path })}">${article.title}</a></h3><p>${article.summary}</p><p class="more" aria-hidden="true">${texts.readMore}</p></li>`;
}

function sections({ sections: parts }: DemoArticle): Html {
  return html`<div class="sections">${parts.map(({ heading, text }) => html`<section><h2>${heading}</h2><p>${text}</p></section>`)}</div>`;
}

function featurePath({ slug }: DemoArticle): string {
  return `/features/${slug}`;
}

function casePath({ slug }: DemoArticle): string {
  return `/cases/${slug}`;
}
