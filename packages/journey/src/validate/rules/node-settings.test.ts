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
