import { emptyGraph } from '@sodate/journey/graph/graph';
import { documentRequest } from '@sodate/nodes/templates/document-request';
import { drawTemplate } from '@sodate/nodes/templates/draw-template';
import { describe, expect, it } from 'vitest';
import { RequestError } from '../errors.ts';
import { commandSchema } from './command-schema.ts';
import { parseGraph } from './parse-graph.ts';

const graph = drawTemplate({ template: documentRequest, language: 'ja' });
const node = { id: 'n_a', type: 'end', revision: 1, position: { x: 0, y: 0 }, config: {} };

function refusal(value: unknown): RequestError {
  try {
    parseGraph(value);
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { in: nested(depth - 1) };
}

describe('a graph from outside', () => {
  it('is taken as it is, as data or as JSON', () => {
    expect(parseGraph(graph)).toEqual(graph);
    expect(parseGraph(JSON.stringify(graph))).toEqual(graph);
  });

  const broken: readonly [name: string, value: unknown, place: string][] = [
    ['no object', 5, ''],
    ['no settings', { nodes: {}, edges: {}, notes: {}, groups: {} }, 'settings'],
    [
      'a node without position',
      { ...emptyGraph, nodes: { n_a: { ...node, position: undefined } } },
      'nodes.n_a.position',
    ],
    ['a node under another key', { ...emptyGraph, nodes: { n_b: node } }, 'nodes.n_b.id'],
    [
      'an edge to nowhere',
      { ...emptyGraph, nodes: { n_a: node }, edges: { 'n_a/done': edge('n_a', 'n_x') } },
      'edges.n_a/done',
    ],
    ['a config too deep', { ...emptyGraph, nodes: { n_a: { ...node, config: nested(30) } } }, 'nodes.n_a.config'],
    [
      'a config too long',
      { ...emptyGraph, nodes: { n_a: { ...node, config: { text: 'x'.repeat(30_000) } } } },
      'nodes.n_a.config',
    ],
    ['broken settings', { ...emptyGraph, settings: { ...emptyGraph.settings, exits: 'none' } }, 'settings'],
    [
      'an id that every object has',
      { ...emptyGraph, nodes: { constructor: { ...node, id: 'constructor' } } },
      'nodes.constructor.id',
    ],
    ['too many nodes', { ...emptyGraph, nodes: many(2_001) }, 'nodes'],
  ];

  it.each(broken.map(([name, value, place]) => ({ name, value, place })))(
    'is refused with the place: $name',
    ({ value, place }) => {
      const error = refusal(value);
      expect(error.kind).toBe('invalid');
      expect(error.field).toBe(place);
      expect(error.text.ja).toMatch(/。$/);
      expect(error.text.en).toMatch(/\.$/);
    },
  );

  it('is refused where it is no JSON, or far too long', () => {
    expect(refusal('{"nodes":').text.en).toContain('not valid JSON');
    expect(refusal(`"${'x'.repeat(4_000_001)}"`).kind).toBe('too-large');
  });
});

describe('a command from outside', () => {
  const add = { kind: 'add-node', node };

  it('is taken with all it holds', () => {
    const batch = {
      kind: 'batch',
      commands: [add, { kind: 'batch', commands: [{ kind: 'disconnect', edge: 'n_a/done' }] }],
    };
    expect(commandSchema.parse(batch)).toEqual(batch);
    expect(commandSchema.parse({ kind: 'set-config', node: 'n_a', path: ['sla', 'amount'] })).not.toHaveProperty(
      'value',
    );
  });

  it.each([
    ['of no kind', { kind: 'explode' }],
    ['with a path into the prototype', { kind: 'set-config', node: 'n_a', path: ['__proto__', 'x'], value: 1 }],
    ['with a value that is no data', { kind: 'set-config', node: 'n_a', path: ['x'], value: Number.NaN }],
    ['nested without end', nestedBatch(20)],
    ['with a huge title', { kind: 'rename-node', node: 'n_a', title: 'x'.repeat(500) }],
  ])('is refused %s', (_, value) => {
    expect(commandSchema.safeParse(value).success).toBe(false);
  });
});

function edge(from: string, to: string): unknown {
  return { id: `${from}/done`, from, outcome: 'done', to };
}

function many(count: number): unknown {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`n_${index}`, { ...node, id: `n_${index}` }]));
}

function nestedBatch(levels: number): unknown {
  return { kind: 'batch', commands: levels === 0 ? [] : [nestedBatch(levels - 1)] };
}
