import { emptySurroundings } from '@sodate/journey/graph/empty-surroundings';
import { edgeIdOf, emptyGraph, type GraphNode } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { validateGraph } from '@sodate/journey/validate/validate-graph';
import { expect, it } from 'vitest';
import { builtIn } from './built-in.ts';
import { loadNodeTypes } from './kit/load-node-types.ts';

it('validates a thousand nodes of all types while a person is drawing', () => {
  const { catalog } = loadNodeTypes();
  const nodes = Array.from({ length: 1_000 }, (_, index): GraphNode => {
    const { type, initial } = builtIn[index % builtIn.length]?.described ?? { type: 'wait', initial: {} };
    return { id: asId(`n_${index}`), type, revision: 1, position: { x: 0, y: index * 106 }, config: initial };
  });
  const ways = nodes.flatMap((node, index) =>
    (catalog.get(node.type)?.outcomes(node.config) ?? []).map(({ id }) => ({
      from: node.id,
      outcome: id,
      to: asId<'node'>(`n_${(index + 1) % nodes.length}`),
    })),
  );
  const graph = {
    ...emptyGraph,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    edges: Object.fromEntries(ways.map((way) => [edgeIdOf(way), { id: edgeIdOf(way), ...way }])),
  };
  const validate = () => validateGraph({ graph, catalog, surroundings: emptySurroundings });
  for (let run = 0; run < 5; run += 1) validate();
  const times = Array.from({ length: 10 }, () => {
    const started = performance.now();
    expect(validate().length).toBeGreaterThan(100);
    return performance.now() - started;
  });
  // Some 10 ms on an idle core; the bound leaves room for a busy machine.
  expect(Math.min(...times)).toBeLessThan(100);
});
