import type { DemoTexts } from './demo-texts.ts';
import { type Html, html } from './html.ts';
import { type DemoPage, pageAddress } from './layout.ts';
import { caseCards, closing, featureCards } from './write-article.ts';

/** The first page: what it is, the five features, the three customers. */
export function writeHome(texts: DemoTexts): DemoPage {
  const { home, language } = texts;
  const address = (path: string) => pageAddress({ language, path });
  const [first, second] = home.headline.split('\n');
  return {
    path: '',
    title: home.title,
    description: home.lead,
    content: html`<section class="hero"><div>
<h1>${first ?? ''}<br>${second ?? ''}</h1><p class="lead">${home.lead}</p>
<p class="actions"><a class="button" href="${address('/request')}">${texts.request}</a><a href="${address('/price')}">${texts.menu.price}</a></p>
</div>${shelf()}</section>
<section class="wide" id="features"><h2>${home.featuresTitle}</h2>${featureCards({ texts, features: texts.features })}</section>
<section class="wide" id="cases"><h2>${home.casesTitle}</h2>${caseCards({ texts, cases: texts.cases })}</section>
${closing(texts)}`,
  };
}

/** Three plans side by side, and what people ask about them. */
export function writePrice(texts: DemoTexts): DemoPage {
  const { pricePage } = texts;
  const plans = pricePage.plans.map(
    ({ name, price, unit, forWhom, includes }) => html`<li><h2>${name}</h2><p class="kind">${forWhom}</p>
<p class="price"><b>${price}</b> ${unit}</p><ul>${includes.map((one) => html`<li>${one}</li>`)}</ul></li>`,
  );
  const questions = pricePage.questions.map(
    ({ question, answer }) => html`<details><summary>${question}</summary><p>${answer}</p></details>`,
  );
  return {
    path: '/price',
    title: pricePage.title,
    description: pricePage.lead,
    content: html`<header class="head"><h1>${pricePage.title}</h1><p class="lead">${pricePage.lead}</p></header>
<ul class="plans">${plans}</ul>
<section class="questions"><h2>${pricePage.questionsTitle}</h2>${questions}</section>
${closing(texts)}`,
  };
}

/** A shelf of boxes, the odd one lifted out. */
function shelf(): Html {
  const box = ({ x, y, tone }: { x: number; y: number; tone: string }) =>
    html`<rect class="${tone}" x="${x}" y="${y}" width="46" height="34" rx="3"/><path class="tape" d="M${x + 17} ${y}h12v12h-12z"/>`;
  const rows = [40, 100, 160];
  const boxes = rows.flatMap((y, row) =>
    [20, 76, 132, 188].flatMap((x, column) => {
      if (row === 1 && column === 2) return [];
      return [box({ x, y, tone: (row + column) % 3 === 0 ? 'dark' : 'pale' })];
    }),
  );
  const boards = rows.map((y) => html`<path class="board" d="M8 ${y + 36}h240"/>`);
  return html`<svg class="shelf" viewBox="0 0 256 216" aria-hidden="true">${boards}${boxes}${box({ x: 132, y: 84, tone: 'lifted' })}</svg>`;
}
