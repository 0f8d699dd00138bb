import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findCycleMembers } from './find-cycle-members.ts';

type Graph = ReadonlyMap<number, ReadonlySet<number>>;

function canReachItself({ graph, name }: { graph: Graph; name: number }): boolean {
  const seen = new Set<number>();
  const waiting = [...(graph.get(name) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === name) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(graph.get(next) ?? []));
  }
  return false;
}

const anyGraph: fc.Arbitrary<Graph> = fc
  .array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { maxLength: 18 })
  .map((edges) => {
    const graph = new Map(Array.from({ length: 10 }, (_, name) => [name, new Set<number>()]));
    for (const [from, to] of edges) graph.get(from)?.add(to);
    return graph;
  });

it('finds exactly those that can reach themselves', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const expected = [...graph.keys()].filter((name) => canReachItself({ graph, name }));
      expect([...findCycleMembers(graph)].sort()).toEqual(expected.sort());
    }),
    { numRuns: 1_000 },
  );
});

it('leaves out what lies between two loops', () => {
  const graph = new Map([
    ['a', new Set(['a', 'bridge'])],
    ['bridge', new Set(['b'])],
    ['b', new Set(['b'])],
  ]);
  expect([...findCycleMembers(graph)].sort()).toEqual(['a', 'b']);
});

it('takes chains far longer than the call stack is deep', () => {
  const length = 20_000;
  const ring = new Map(Array.from({ length }, (_, name) => [name, new Set([(name + 1) % length])]));
  expect(findCycleMembers(ring).size).toBe(length);
});
