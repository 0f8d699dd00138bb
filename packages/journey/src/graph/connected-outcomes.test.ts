import { expect, it } from 'vitest';
import { asId } from '../id.ts';
import { connectedOutcomes, removedOutcomes } from './connected-outcomes.ts';
import { emptyGraph, type Graph } from './graph.ts';

const node = asId<'node'>('gone');

function graphWith(edges: readonly (readonly [from: string, outcome: string])[]): Graph {
  const drawn = edges.map(([from, outcome], index) => {
    const id = asId<'edge'>(`e${index}`);
    return [id, { id, from: asId<'node'>(from), outcome, to: asId<'node'>('end') }];
  });
  return { ...emptyGraph, edges: Object.fromEntries(drawn) };
}

it('keeps the exits that lead somewhere, by the names that types commonly give them', () => {
  const graph = graphWith([
    ['gone', 'done'],
    ['other', 'failed'],
    ['gone', 'a-3'],
  ]);
  expect(connectedOutcomes({ graph, node })).toEqual([
    { id: 'done', label: { ja: '次へ', en: 'Next' } },
    { id: 'a-3', label: { ja: 'a-3', en: 'a-3' } },
  ]);
});

it('knows of none where nothing is connected', () => {
  expect(connectedOutcomes({ graph: graphWith([['other', 'done']]), node })).toEqual([]);
});

it('finds the exits that lead somewhere though the node has them no longer', () => {
  const graph = graphWith([
    ['gone', 'done'],
    ['gone', 'sent'],
    ['other', 'late'],
  ]);
  const outcomes = [{ id: 'done', label: { ja: '送った', en: 'Sent' } }];
  expect(removedOutcomes({ graph, node, outcomes })).toEqual([
    { id: 'sent', label: { ja: '消した出口', en: 'Removed exit' }, optional: true },
  ]);
});
