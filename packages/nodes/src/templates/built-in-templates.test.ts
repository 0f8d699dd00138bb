import { compileGraph } from '@sodate/journey/compile/compile-graph';
import { emptySurroundings } from '@sodate/journey/graph/empty-surroundings';
import type { Graph } from '@sodate/journey/graph/graph';
import { summariseNodes } from '@sodate/journey/graph/summarise-nodes';
import { asId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';
import { languages, sameText } from '@sodate/journey/text';
import { validateGraph } from '@sodate/journey/validate/validate-graph';
import { describe, expect, it } from 'vitest';
import { loadNodeTypes } from '../kit/load-node-types.ts';
import { builtInTemplates } from './built-in-templates.ts';
import { drawTemplate } from './draw-template.ts';
import { templateIds } from './template.ts';

const { catalog } = loadNodeTypes();
const surroundings = {
  ...emptySurroundings,
  calendars: [{ id: 'office', name: '本社' }],
  forms: ['document-request', 'contact', 'webinar'].map((id) => ({ id, title: sameText(id) })),
  mails: [
    { id: 'mail', name: 'Mail', subject: 'Mail', ready: true, kind: 'reply' as const },
    { id: 'news', name: 'News', subject: 'News', ready: true, kind: 'marketing' as const },
  ],
  sender: { postalAddress: 'Tokyo' },
  users: [{ id: 'rep', name: 'Rep', manages: true }],
};

const cases = templateIds.flatMap((id) => languages.map((language) => ({ id, language })));

describe.each(cases)('the template $id in $language', ({ id, language }) => {
  const template = builtInTemplates[id];
  const graph = drawTemplate({ template, language, calendar: 'office' });

  it('lacks only the mails and the receiver, and says so at each of them', () => {
    const nodes = Object.values(graph.nodes);
    const left = nodes.flatMap(({ id: node, type }) => {
      if (type === 'send-mail') return [`${node} mail`];
      return type === 'hand-off' ? [`${node} to`] : [];
    });
    const problems = validateGraph({ graph, catalog, surroundings });
    expect(problems.map(({ node, path }) => `${node} ${path?.join('.')}`).sort()).toEqual(left.sort());
    expect(problems.every(({ mend }) => mend[language] !== '')).toBe(true);
  });

  it('can be compiled once they are chosen', () => {
    const chosen = choose(graph);
    expect(validateGraph({ graph: chosen, catalog, surroundings })).toEqual([]);
    expect(compileGraph({ graph: chosen, catalog, zone: 'Asia/Tokyo' }).entries).not.toEqual([]);
  });

  it('has no wait whose own name states a span, which would lie once the span is changed', () => {
    const waits = Object.values(graph.nodes).filter(({ type }) => type === 'wait');
    expect(waits.map(({ title }) => title)).toEqual(waits.map(() => undefined));
  });

  it('covers no card by another, nor by its note', () => {
    const places = [
      ...Object.values(graph.nodes).map(({ position }) => ({ ...position, width: 212, height: 94 })),
      ...Object.values(graph.notes).map(({ position, size }) => ({ ...position, ...size })),
    ];
    const covered = places.flatMap((one, index) => places.slice(index + 1).filter((other) => overlap(one, other)));
    expect(covered).toEqual([]);
  });

  it('leads every way down to a card that stands clearly below', () => {
    const tops = Object.values(graph.edges).map(({ id: edge, from, to }) => {
      const leaving = Object.values(graph.edges).filter((other) => other.from === from).length;
      const bottom = (graph.nodes[from]?.position.y ?? 0) + (leaving > 1 ? 94 : 72);
      return { edge, drop: (graph.nodes[to]?.position.y ?? 0) - bottom };
    });
    expect(tops.filter(({ drop }) => drop < 34)).toEqual([]);
  });
});

it('says a wait, a page pattern and a form on the cards of the first template', () => {
  const graph = drawTemplate({ template: builtInTemplates['document-request'], language: 'ja', calendar: 'office' });
  expect(summariseNodes({ graph, catalog, surroundings })).toMatchObject({
    n_pause: { ja: '3日後、次の営業日 9:00', en: '3 days, then 9:00 on a business day' },
    n_cases: { ja: '/*cases*・5日まで', en: '/*cases*, up to 5 days' },
    n_request: { ja: '「document-request」', en: '“document-request”' },
  });
});

it('sends the mails that are there', () => {
  const mails = { thanks: 'mail', tips: 'mail' };
  const graph = drawTemplate({
    template: builtInTemplates['document-follow-up'],
    language: 'ja',
    calendar: 'office',
    mails,
  });
  const problems = validateGraph({ graph, catalog, surroundings });
  expect(problems.map(({ node, path }) => `${node} ${path?.join('.')}`)).toEqual(['n_sales to']);
});

/** What a person does before publishing: who sent a form gets a reply, anybody else news. */
function choose(graph: Graph): Graph {
  const asked = Object.values(graph.nodes).some(({ type }) => type === 'form-submitted');
  const added: Readonly<Record<string, JsonObject>> = {
    'send-mail': { mail: asked ? 'mail' : 'news' },
    'hand-off': { to: { kind: 'user', user: 'rep' } },
  };
  const nodes = Object.values(graph.nodes).map((node) => ({
    ...node,
    config: { ...node.config, ...added[node.type] },
  }));
  return { ...graph, nodes: Object.fromEntries(nodes.map((node) => [asId<'node'>(node.id), node])) };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(one: Box, other: Box): boolean {
  const beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
  const above = one.y + one.height <= other.y || other.y + other.height <= one.y;
  return !beside && !above;
}
