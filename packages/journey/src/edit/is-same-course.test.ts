import { expect, it } from 'vitest';
import { edgeIdOf, emptyGraph, type Graph } from '../graph/graph.ts';
import { asId } from '../id.ts';
import type { JsonObject } from '../json.ts';
import { isSameCourse } from './is-same-course.ts';

function drawn({ config = {}, title, x = 0 }: { config?: JsonObject; title?: string; x?: number } = {}): Graph {
  const [one, other] = [asId<'node'>('one'), asId<'node'>('other')];
  const edge = edgeIdOf({ from: one, outcome: 'done' });
  const common = { type: 'wait', revision: 1, position: { x, y: 0 } };
  return {
    ...emptyGraph,
    nodes: {
      [one]: { id: one, ...common, config, ...(title === undefined ? {} : { title }) },
      [other]: { id: other, ...common, config: {} },
    },
    edges: { [edge]: { id: edge, from: one, outcome: 'done', to: other } },
  };
}

const noteId = asId<'note'>('n');
const note = { id: noteId, position: { x: 0, y: 0 }, size: { width: 9, height: 9 }, text: '覚え書き' };

it('takes no notice of places, notes, and the order of keys', () => {
  expect(isSameCourse({ one: drawn(), other: { ...drawn({ x: 300 }), notes: { [noteId]: note } } })).toBe(true);
  const config = { amount: 1, unit: 'days' };
  expect(isSameCourse({ one: drawn({ config }), other: drawn({ config: { unit: 'days', amount: 1 } }) })).toBe(true);
});

it('sees settings, titles, ways and nodes that differ', () => {
  expect(isSameCourse({ one: drawn(), other: drawn({ config: { amount: 1 } }) })).toBe(false);
  expect(isSameCourse({ one: drawn(), other: drawn({ title: '待つ' }) })).toBe(false);
  expect(isSameCourse({ one: drawn(), other: { ...drawn(), edges: {} } })).toBe(false);
  expect(
    isSameCourse({ one: drawn(), other: { ...drawn(), settings: { ...emptyGraph.settings, visitLimit: 3 } } }),
  ).toBe(false);
  expect(isSameCourse({ one: emptyGraph, other: drawn() })).toBe(false);
});
