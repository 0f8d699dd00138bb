import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyCommand } from '../../../../test/any-command.ts';
import { emptyGraph, type Graph } from '../graph/graph.ts';
import { applyCommand } from './apply-command.ts';
import type { Command } from './command.ts';

const catalog = new Map();

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
  return value;
}

function expectWhole(graph: Graph): void {
  for (const one of Object.values(graph.edges)) {
    expect(graph.nodes).toHaveProperty([one.from]);
    expect(graph.nodes).toHaveProperty([one.to]);
  }
  for (const group of Object.values(graph.groups)) {
    for (const member of group.nodes) expect(graph.nodes).toHaveProperty([member]);
  }
}

it('takes every command back exactly, and changes nothing that it was given', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
      let graph: Graph = deepFreeze(emptyGraph);
      const inverses: Command[] = [];
      for (const one of commands) {
        const applied = applyCommand({ graph, command: one, catalog });
        if (applied.kind === 'refused') continue;
        const back = applyCommand({ graph: applied.graph, command: applied.inverse, catalog });
        expect(back.kind === 'applied' && back.graph).toEqual(graph);
        expectWhole(applied.graph);
        graph = deepFreeze(applied.graph);
        inverses.unshift(applied.inverse);
      }
      const undone = applyCommand({ graph, command: { kind: 'batch', commands: inverses }, catalog });
      expect(undone.kind === 'applied' && undone.graph).toEqual(emptyGraph);
    }),
    { numRuns: 500 },
  );
});
