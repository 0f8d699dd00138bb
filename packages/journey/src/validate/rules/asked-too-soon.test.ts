import { expect, it } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { findBy, problemsOf } from '../draw-graph.ts';

const clicked = { kind: 'mail', reaction: 'clicked' };
const page = { kind: 'page', url: { match: 'prefix', value: '/price' } };
const month = { amount: 30, unit: 'days' };

/** A trigger, a mail, and a decision that asks at once; unless it is drawn otherwise. */
function find(given: {
  pattern: JsonObject;
  within?: JsonObject | 'since-entered';
  nodes?: Record<string, string>;
  edges?: readonly string[];
  configs?: Record<string, JsonObject>;
}) {
  return findBy('asked-too-soon', drawingOf(given));
}

function drawingOf({ pattern, within, nodes, edges, configs }: Parameters<typeof find>[0]) {
  const condition = { kind: 'events', pattern, atLeast: 1, ...(within && { within }) };
  return {
    nodes: nodes ?? { a: 'start', m: 'mail', d: 'decide' },
    edges: edges ?? ['a done m', 'm done d'],
    configs: { m: { mail: 'thanks' }, d: { arms: [{ condition: { kind: 'all', of: [condition] } }] }, ...configs },
  };
}

it('warns where the reaction to a mail is asked for as soon as it is sent', () => {
  expect(find({ pattern: clicked })).toEqual(['warning d']);
  expect(find({ pattern: { ...clicked, reaction: 'opened' }, within: month })).toEqual(['warning d']);
  expect(find({ pattern: { ...clicked, mail: 'thanks' }, within: month })).toEqual(['warning d']);
  expect(find({ pattern: { ...clicked, node: 'm' } })).toEqual(['warning d']);
});

it('warns through nodes that hold nobody, and where only one of several ways has a wait', () => {
  const nodes = { a: 'start', m: 'mail', s: 'step', p: 'pause', d: 'decide' };
  expect(find({ pattern: clicked, nodes, edges: ['a done m', 'm done s', 's done d'] })).toEqual(['warning d']);
  const forked = { a: 'start', m: 'mail', f: 'fork', p: 'pause', d: 'decide' };
  const edges = ['a done m', 'm done f', 'f yes d', 'f no p', 'p done d'];
  expect(find({ pattern: { ...clicked, node: 'm' }, nodes: forked, edges })).toEqual(['warning d']);
});

it('warns of what leads should have done since they entered, where they have only just done so', () => {
  expect(find({ pattern: page, within: 'since-entered' })).toEqual(['warning d']);
  expect(find({ pattern: { kind: 'form' }, within: 'since-entered' })).toEqual(['warning d']);
});

it('points to the way on which a wait mends it', () => {
  const [problem] = problemsOf(drawingOf({ pattern: clicked })).filter(({ rule }) => rule === 'asked-too-soon');
  expect(problem).toMatchObject({ node: 'd', restOn: 'm/done' });
});

it('is content where leads wait between, on every way', () => {
  const nodes = { a: 'start', m: 'mail', f: 'fork', p: 'pause', q: 'listen', d: 'decide' };
  const edges = ['a done m', 'm done f', 'f yes p', 'f no q', 'p done d', 'q done d'];
  for (const pattern of [clicked, { ...clicked, node: 'm' }, { ...clicked, mail: 'thanks' }, page]) {
    expect(find({ pattern, within: 'since-entered', nodes, edges })).toEqual([]);
  }
});

it('is content with what leads may have done before, in past days or ever', () => {
  expect(find({ pattern: page, within: month })).toEqual([]);
  expect(find({ pattern: page })).toEqual([]);
  const nodes = { a: 'start', p: 'pause', m: 'mail', d: 'decide' };
  const edges = ['a done p', 'p done m', 'm done d'];
  expect(find({ pattern: page, within: 'since-entered', nodes, edges })).toEqual([]);
});

it('is content where another mail is asked about, that leads had time to read', () => {
  const nodes = { a: 'start', first: 'mail', p: 'pause', m: 'mail', d: 'decide' };
  const edges = ['a done first', 'first done p', 'p done m', 'm done d'];
  const drawn = { nodes, edges, configs: { first: { mail: 'welcome' } } };
  for (const more of [{}, { node: 'first' }, { mail: 'welcome' }, { mail: 'of another journey' }]) {
    expect(find({ pattern: { ...clicked, ...more }, ...drawn })).toEqual([]);
  }
  expect(find({ pattern: { ...clicked, mail: 'thanks' }, ...drawn })).toEqual(['warning d']);
  const twice = { ...drawn, configs: { first: { mail: 'thanks' } } };
  expect(find({ pattern: { ...clicked, mail: 'thanks' }, ...twice })).toEqual([]);
});

it('is content with what is known at once, with who was not sent it, and without a mail before', () => {
  expect(find({ pattern: { kind: 'mail', reaction: 'sent' } })).toEqual([]);
  expect(find({ pattern: clicked, edges: ['a done m', 'm not-sent d'] })).toEqual([]);
  expect(find({ pattern: clicked, nodes: { a: 'start', d: 'decide' }, edges: ['a done d'] })).toEqual([]);
});

it('leaves alone what waits for it', () => {
  const nodes = { a: 'start', m: 'mail', d: 'listen' };
  expect(find({ pattern: clicked, nodes })).toEqual([]);
});
