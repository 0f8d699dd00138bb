import { emptySurroundings } from '@sodate/journey/graph/empty-surroundings';
import { edgeIdOf, emptyGraph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import type { JsonObject } from '@sodate/journey/json';
import { validateGraph } from '@sodate/journey/validate/validate-graph';
import { expect, it } from 'vitest';
import { loadNodeTypes } from '../kit/load-node-types.ts';

const { catalog } = loadNodeTypes();

/** Nodes in a line, each "type" behind the one before, with the branch as `b`. Whether the branch is told to ask too soon. */
function asksTooSoon({ line, within = {} }: { line: readonly string[]; within?: JsonObject }): boolean {
  const pattern = within.within === 'since-entered' ? { kind: 'page' } : { kind: 'mail', reaction: 'clicked' };
  const condition = { kind: 'all', of: [{ kind: 'events', pattern, atLeast: 1, ...within }] };
  const configs: Readonly<Record<string, JsonObject>> = {
    'send-mail': { mail: 'thanks' },
    wait: { duration: { amount: 1, unit: 'days' }, zone: 'journey' },
    branch: { arms: [{ id: 'first', condition }] },
  };
  const nodes = line.map((type, index) => ({
    id: asId<'node'>(`n${index}`),
    type,
    revision: 1,
    config: configs[type] ?? {},
    position: { x: 0, y: index * 106 },
  }));
  const edges = nodes.slice(1).map(({ id: to }, index) => {
    const ends = { from: nodes[index]?.id ?? to, outcome: 'done', to };
    return { id: edgeIdOf(ends), ...ends };
  });
  const graph = {
    ...emptyGraph,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])),
  };
  return validateGraph({ graph, catalog, surroundings: emptySurroundings }).some(
    ({ rule }) => rule === 'asked-too-soon',
  );
}

it('is told of a branch straight behind a mail, though leads waited before that mail', () => {
  expect(asksTooSoon({ line: ['form-submitted', 'send-mail', 'branch'] })).toBe(true);
  expect(asksTooSoon({ line: ['form-submitted', 'wait', 'send-mail', 'branch'] })).toBe(true);
  expect(asksTooSoon({ line: ['form-submitted', 'send-mail', 'wait', 'branch'] })).toBe(false);
});

it('takes no other node for one that sends a mail', () => {
  const within = { within: 'since-entered' };
  expect(asksTooSoon({ line: ['form-submitted', 'branch'], within })).toBe(false);
  expect(asksTooSoon({ line: ['form-submitted', 'add-score', 'branch'], within })).toBe(false);
  expect(asksTooSoon({ line: ['form-submitted', 'send-mail', 'branch'], within })).toBe(true);
});
