import { expect, it } from 'vitest';
import { asId } from '../id.ts';
import { emptyGraph, type Graph } from './graph.ts';
import { listMentionedIds } from './list-mentioned-ids.ts';

const [mail, asked, lasting] = ['a', 'b', 'c'].map((letter) => `0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5${letter}`);

it('finds ids in the settings of nodes and of the journey, however deep, and nothing else', () => {
  const place = { revision: 1, position: { x: 0, y: 0 } };
  const send = asId<'node'>('n_send');
  const graph: Graph = {
    ...emptyGraph,
    nodes: {
      [send]: {
        ...place,
        id: send,
        type: 'send-mail',
        title: 'お礼',
        config: { mail: mail?.toUpperCase() ?? '', arms: [{ when: { mail: asked ?? '' }, days: 3 }] },
      },
    },
    settings: { ...emptyGraph.settings, audience: { mail: lasting } as never },
  };
  expect([...listMentionedIds(graph)]).toEqual([mail, asked, lasting]);
});
