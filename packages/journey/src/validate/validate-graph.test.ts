import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { emptySurroundings } from '../graph/empty-surroundings.ts';
import { drawGraph, problemsOf, testCatalog } from './draw-graph.ts';
import { rules } from './rules.ts';
import { validateGraph } from './validate-graph.ts';

it('finds nothing in a whole journey', () => {
  const nodes = { a: 'start', p: 'pause', f: 'fork', s: 'stop' };
  expect(problemsOf({ nodes, edges: ['a done p', 'p done f', 'f yes s', 'f no p'] })).toEqual([]);
});

it('gives the same list for the same graph, whatever order its parts were drawn in', () => {
  const nodes = { a: 'start', b: 'wrong', c: 'fork', d: 'listen', e: 'twins' };
  const graph = drawGraph({ nodes, edges: ['a done b', 'c yes x', 'd done c'], configs: { d: { to: 'e' } } });
  const turned = {
    ...graph,
    nodes: Object.fromEntries(Object.entries(graph.nodes).reverse()),
    edges: Object.fromEntries(Object.entries(graph.edges).reverse()),
  };
  const validate = (one: typeof graph) =>
    validateGraph({ graph: one, catalog: testCatalog, surroundings: emptySurroundings });
  expect(validate(turned)).toEqual(validate(graph));
  expect(validate(graph).length).toBeGreaterThan(5);
});

it('runs every rule there is a file for, each with a test', () => {
  const files = readdirSync(`${import.meta.dirname}/rules`);
  const tested = files.filter((file) => file.endsWith('.test.ts')).map((file) => file.replace('.test.ts', ''));
  const written = files.filter((file) => !file.endsWith('.test.ts')).map((file) => file.replace('.ts', ''));
  expect(Object.keys(rules).sort()).toEqual(written.sort());
  expect(tested.sort()).toEqual(written);
});

it('words every problem shortly, in both languages, with the mend as a sentence', () => {
  const nodes = { a: 'start', b: 'unknown', c: 'fork', d: 'listen', e: 'twins', f: 'faulty', g: 'step' };
  const edges = ['c yes a', 'c gone a', 'g done g', 'd done x'];
  const settings = { zone: 'Nowhere', audience: { kind: 'all' as const, of: [] } };
  const found = problemsOf({ nodes, edges, settings, configs: { d: { to: 'x' } } });
  expect(new Set(found.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(10);
  for (const { message, mend } of found) {
    expect([...message.ja].length).toBeLessThanOrEqual(20);
    expect(message.en.length).toBeLessThanOrEqual(40);
    expect(mend.ja).toMatch(/。|：/);
    expect(mend.en).not.toBe('');
  }
});

it('looks through a thousand nodes quickly', () => {
  const names = Array.from({ length: 1_000 }, (_, index) => `n${index}`);
  const nodes = Object.fromEntries(names.map((name, index) => [name, index === 0 ? 'start' : 'pause']));
  const graph = drawGraph({ nodes, edges: names.slice(1).map((name, index) => `n${index} done ${name}`) });
  const validate = () => validateGraph({ graph, catalog: testCatalog, surroundings: emptySurroundings });
  validate();
  const fastest = Array.from({ length: 10 }, () => {
    const started = performance.now();
    expect(validate()).toHaveLength(1);
    return performance.now() - started;
  }).reduce((one, other) => Math.min(one, other));
  // Usually about 2 ms; the bound leaves room for a busy machine.
  expect(fastest).toBeLessThan(50);
});
