import { readFileSync } from 'node:fs';
import { edgeIdOf, emptyGraph, type Graph } from '@sodate/journey/graph/graph';
import type { Family } from '@sodate/journey/graph/node-contract';
import { asId } from '@sodate/journey/id';
import { expect, it } from 'vitest';
import { drawPicture } from './draw-picture.ts';
import { fitText } from './fit-text.ts';
import { layOut } from './lay-out.ts';
import { wrapText } from './wrap-text.ts';

const tokens = readFileSync(new URL('../theme/tokens.css', import.meta.url), 'utf8');

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
    title: '図 & <1>',
    about: 'バージョン3 · 11/19(木)',
  });
  expect([width, height]).toEqual([300 + 252 + 64, 272 + 64 + 56]);
  expect(svg).toContain('&quot;a&quot; &amp; &lt;b&gt;');
  expect(svg).toContain('&lt;二行目&gt;');
  expect(svg.match(/<path d="M106 72/g)).toHaveLength(1);
  expect(svg).toContain('>図 &amp; &lt;1&gt;</text>');
  expect(svg).toContain('>バージョン3 · 11/19(木)</text>');
  expect(svg).not.toContain('<b>');
});

it('says a long caption in two lines: without its numbers, a card has room for them', () => {
  const { svg } = drawPicture({
    layout: layOut({ graph, types: new Map(), collapsed: new Set() }),
    words: () => ({
      family: 'wait',
      icon: 'M0 0',
      title: '',
      summary: '3日後、次の営業日 9:00・相手の時刻',
      outcomes: [],
    }),
    title: '図',
  });
  const said = [...svg.matchAll(/font-size="11"[^>]*>([^<]+)</g)].map(([, words]) => words);
  expect(said.slice(0, 2).join('')).toBe('3日後、次の営業日 9:00・相手の時刻');
});

it('cuts a text where its room ends, full-width letters being twice as wide', () => {
  expect(fitText({ text: '資料請求', size: 10, room: 40 })).toBe('資料請求');
  expect(fitText({ text: '資料請求からの商談化', size: 10, room: 50 })).toBe('資料請求…');
  expect(fitText({ text: 'a long name of something', size: 10, room: 50 })).toBe('a long…');
  expect(fitText({ text: '長い', size: 10, room: 5 })).toBe('…');
});

it('tells the families apart by their outlines, for printers without colours', () => {
  const picture = (family: Family) =>
    drawPicture({
      layout: layOut({ graph, types: new Map(), collapsed: new Set() }),
      words: () => ({ family, icon: 'M0 0', title: '', summary: '', outcomes: [] }),
      title: '図',
    }).svg.replace(/#[0-9a-f]{6}/g, '');
  const families = ['trigger', 'wait', 'message', 'decision', 'sales', 'data', 'end'] as const;
  expect(new Set(families.map(picture)).size).toBe(families.length);
});

it('draws in the colours of the light theme', () => {
  const { svg } = drawPicture({
    layout: layOut({ graph, types: new Map(), collapsed: new Set() }),
    words: () => ({ family: 'decision', icon: 'M0 0', title: '題', summary: '設定', outcomes: ['はい', 'いいえ'] }),
    title: '図',
  });
  const light = tokens.slice(0, tokens.indexOf('dark'));
  for (const colour of svg.match(/#[0-9a-f]{6}/g) ?? []) expect(light).toContain(colour);
});

it('breaks a long note into lines between its words, and says where it does not all fit', () => {
  expect(wrapText({ text: 'はじめに、2通のメールを直してください。', size: 10, room: 80 })).toEqual([
    'はじめに、2通の',
    'メールを直して',
    'ください。',
  ]);
  expect(wrapText({ text: 'Make the two mails your own', size: 10, room: 80 })).toEqual([
    'Make the two',
    'mails your own',
  ]);
  const note = {
    id: asId<'note'>('n'),
    position: { x: 0, y: 0 },
    size: { width: 100, height: 40 },
    text: 'あ'.repeat(40),
  };
  const { svg } = drawPicture({
    layout: layOut({ graph: { ...emptyGraph, notes: { [note.id]: note } }, types: new Map(), collapsed: new Set() }),
    words: () => ({ family: 'wait', icon: '', title: '', summary: '', outcomes: [] }),
    title: '図',
  });
  expect(svg).toContain('…</text>');
});
