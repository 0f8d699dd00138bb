import { expect, it } from 'vitest';
import { problemsOf } from '../draw-graph.ts';

const settings = (nodes: Record<string, string>) =>
  problemsOf({ nodes }).filter(({ rule }) => rule.endsWith('/settings'));

it('passes on what the node type says, at the node', () => {
  expect(settings({ a: 'wrong', b: 'step' })).toMatchObject([
    { rule: 'wrong/settings', node: 'a', path: ['x'], severity: 'error', mend: { en: 'Fill in x.' } },
  ]);
});

it('turns a fault of a node type into a problem of its nodes alone', () => {
  expect(settings({ a: 'faulty', b: 'wrong' })).toMatchObject([
    { rule: 'faulty/settings', node: 'a', severity: 'error', mend: { en: expect.stringContaining('boom') } },
    { node: 'b' },
  ]);
});

it('finds what would fail only on the card, or when it is published', () => {
  expect(settings({ a: 'mute', b: 'stubborn', c: 'step' })).toMatchObject([
    { node: 'a', severity: 'error', mend: { en: expect.stringContaining('no words') } },
    { node: 'b', severity: 'error', mend: { en: expect.stringContaining('no ops') } },
  ]);
});

it('says which type is to be mended where what it lowers to is not there', () => {
  const found = problemsOf({ nodes: { a: 'start', b: 'misspelt' }, edges: ['a done b'] });
  const mends = found.filter(({ rule, node }) => rule === 'misspelt/settings' && node === 'b').map(({ mend }) => mend);
  expect(mends).toEqual([
    { ja: expect.stringMatching(/「mispelt」.*「misspelt」/), en: expect.stringMatching(/“mispelt”.*“misspelt”/) },
    { ja: expect.stringContaining('「don」'), en: expect.stringContaining('“don”') },
    { ja: expect.stringContaining('「done」'), en: expect.stringContaining('“done”') },
  ]);
});
