import { emptyGraph, type GraphNode } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { loadNodeTypes } from '@sodate/nodes/kit/load-node-types';
import { describe, expect, it } from 'vitest';
import { findNodes } from './find-nodes.ts';

const types = new Map(loadNodeTypes().described.map((one) => [one.type, one]));

function node({ id, type, title, y }: { id: string; type: string; title?: string; y: number }): GraphNode {
  const named = title === undefined ? {} : { title };
  return { id: asId<'node'>(id), type, revision: 1, config: {}, position: { x: 0, y }, ...named };
}

const nodes = [
  node({ id: 'late', type: 'wait', y: 300 }),
  node({ id: 'thanks', type: 'send-mail', title: 'お礼のメール', y: 100 }),
  node({ id: 'early', type: 'wait', y: 0 }),
  node({ id: 'call', type: 'hand-off', title: 'Call ＡＢＣ', y: 200 }),
];
const graph = { ...emptyGraph, nodes: Object.fromEntries(nodes.map((one) => [one.id, one])) };
const summaries = {
  [asId<'node'>('thanks')]: { ja: '資料のご案内', en: 'Your documents' },
  [asId<'node'>('early')]: { ja: '折り返しの call まで', en: 'Until the call back' },
};

function found(query: string, language: 'ja' | 'en' = 'ja') {
  return findNodes({ graph, types, summaries, language, query }).map(({ id }) => id);
}

describe('finding nodes of a journey', () => {
  it('finds by the title that was given, whatever the width, the case and the kana', () => {
    expect(found('abc')).toEqual(['call']);
    expect(found('オ礼')).toEqual(['thanks']);
  });

  it('finds nodes without a title of their own by their type, from the top down', () => {
    expect(found('wait', 'en')).toEqual(['early', 'late']);
    expect(found('待つ')).toEqual(['early', 'late']);
  });

  it('finds by the settings, after what it finds by title', () => {
    expect(found('documents', 'en')).toEqual(['thanks']);
    // Of the two, the wait stands higher up.
    expect(found('call')).toEqual(['call', 'early']);
  });

  it('finds nothing before a letter is typed', () => {
    expect(found(' ')).toEqual([]);
  });
});
