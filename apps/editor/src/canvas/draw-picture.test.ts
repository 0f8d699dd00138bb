import { edgeIdOf, emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { drawPicture } from './draw-picture.ts';
import { fitText } from './fit-text.ts';
import { layOut } from './lay-out.ts';

const [a, b] = [asId<'node'>('a'), asId<'node'>('b')];
const edge = edgeIdOf({ from: a, outcome: 'done' });
const graph: Graph = {
  ...emptyGraph,
  nodes: {
    [a]: { id: a, type: 'x', revision: 1, position: { x: 0, y: 0 }, config: {} },
    [b]: { id: b, type: 'x', revision: 1, position: { x: 40, y: 200 }, config: {} },
  },
  edges: { [edge]: { id: edge, from: a, outcome: 'done', to: b } },
  notes: {
    [asId<'note'>('n')]: {
      id: asId('n'),
      position: { x: -300, y: 0 },
      size: { width: 200, height: 90 },
      text: '一行目\n<二行目>',
    },
  },
};

it('draws everything with room around it, and lets no text out of its place', () => {
  const { svg, width, height } = drawPicture({
    layout: layOut({ graph, types: new Map(), collapsed: new Set() }),
    words: (node) => ({ family: 'wait', icon: 'M0 0', title: `"${node}" & <b>`, summary: '', outcomes: [] }),
    title: '図',
  });
  expect([width, height]).toEqual([300 + 252 + 64, 272 + 64]);
  expect(svg).toContain('&quot;a&quot; &amp; &lt;b&gt;');
  expect(svg).toContain('&lt;二行目&gt;');
  expect(svg.match(/<path d="M106 72/g)).toHaveLength(1);
  expect(svg).not.toContain('<b>');
});

it('cuts a text where its room ends, full-width letters being twice as wide', () => {
  expect(fitText({ text: '資料請求', size: 10, room: 40 })).toBe('資料請求');
  expect(fitText({ text: '資料請求からの商談化', size: 10, room: 50 })).toBe('資料請求…');
  expect(fitText({ text: 'a long name of something', size: 10, room: 50 })).toBe('a long…');
  expect(fitText({ text: '長い', size: 10, room: 5 })).toBe('…');
});
