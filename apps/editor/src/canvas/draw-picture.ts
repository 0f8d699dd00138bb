import type { Note, Position } from '@sodate/journey/graph/graph';
import type { Family } from '@sodate/journey/graph/node-contract';
import type { NodeId } from '@sodate/journey/id';
import { fitText } from './fit-text.ts';
import type { Layout, PlacedCard } from './lay-out.ts';
import { cardWidth, handleX, plainHeight, stripHeight } from './node-geometry.ts';
import type { Box } from './route-stem.ts';
import { pointOnStem, stemPath } from './stem-path.ts';

/** What a card says, in the reader's language. */
export interface CardWords {
  readonly family: Family;
  readonly icon: string;
  readonly title: string;
  readonly summary: string;
  readonly outcomes: readonly string[];
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Paper is light: the colours of the light theme. */
const ink = {
  text: '#1b2421',
  quiet: '#55625d',
  line: '#c3ccc8',
  stem: '#b9c6c1',
  paper: '#ffffff',
  ground: '#f6f8f7',
};
const families: Readonly<Record<Family, string>> = {
  trigger: '#22744a',
  wait: '#6652ad',
  message: '#2463b0',
  decision: '#9b4c0f',
  sales: '#a3296f',
  data: '#4c6076',
  end: '#333b38',
};
const margin = 32;

/** The whole journey as an SVG that stands by itself: for slides, papers and chats. Folded groups are drawn folded. */
export function drawPicture({
  layout,
  words,
  title,
}: {
  layout: Layout;
  words: (node: NodeId) => CardWords;
  title: string;
}): Picture {
  const { left, top, right, bottom } = boundsOf(layout);
  const width = right - left + margin * 2;
  const height = bottom - top + margin * 2;
  const parts = [
    ...layout.groups.map(({ group, box, folded }) => drawGroup({ box, folded, title: group.title })),
    ...layout.edges.map(({ stem }) => {
      const { x, y } = pointOnStem({ stem, share: 1 });
      return `<path d="${stemPath(stem)}" fill="none" stroke="${ink.stem}" stroke-width="2"/>${arrowAt({ x, y })}`;
    }),
    ...Object.values(layout.graph.notes).map(drawNote),
    ...Array.from(layout.cards.values(), (card) => drawCard({ card, words: words(card.node.id) })),
  ];
  const view = `${left - margin} ${top - margin} ${width} ${height}`;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${view}"`;
  const font = "font-family=\"system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif\"";
  const ground = `<rect x="${left - margin}" y="${top - margin}" width="${width}" height="${height}" fill="${ink.ground}"/>`;
  const svg = `${head} ${font}><title>${asXml(title)}</title>${ground}${parts.join('')}</svg>`;
  return { svg, width, height };
}

function boundsOf({ cards, groups, edges, graph }: Layout): Box {
  const notes = Object.values(graph.notes).map(({ position: { x, y }, size }) => ({
    left: x,
    top: y,
    right: x + size.width,
    bottom: y + size.height,
  }));
  const ways = edges.flatMap(({ stem: { via } }) =>
    via === undefined ? [] : [{ left: via.x, right: via.x, top: via.top, bottom: via.bottom }],
  );
  const boxes = [...Array.from(cards.values(), ({ box }) => box), ...groups.map(({ box }) => box), ...notes, ...ways];
  if (boxes.length === 0) return { left: 0, top: 0, right: cardWidth, bottom: plainHeight };
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

function drawCard({ card: { box, outcomes }, words }: { card: PlacedCard; words: CardWords }): string {
  const { left: x, top: y } = box;
  const height = box.bottom - box.top;
  const colour = families[words.family];
  const lines = [
    `<rect x="${x}" y="${y}" width="${cardWidth}" height="${height}" rx="10" fill="${ink.paper}" stroke="${ink.line}"/>`,
    `<rect x="${x + 10}" y="${y + 12}" width="28" height="28" rx="8" fill="${colour}"/>`,
    `<path transform="translate(${x + 16} ${y + 18}) scale(.667)" d="${asXml(words.icon)}" fill="none" stroke="#fff"`,
    ' stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>',
    text({ x: x + 47, y: y + 24, size: 13, words: words.title, room: cardWidth - 57, bold: true }),
    text({ x: x + 47, y: y + 41, size: 11, words: words.summary, room: cardWidth - 57 }),
  ];
  if (outcomes.length > 1) {
    const strip = y + height - stripHeight;
    lines.push(`<path d="M${x} ${strip}h${cardWidth}" stroke="${ink.line}"/>`);
    words.outcomes.forEach((label, index) => {
      const middle = x + handleX({ index, count: outcomes.length });
      const room = cardWidth / outcomes.length - 8;
      lines.push(text({ x: middle, y: strip + 15, size: 11, words: label, room, anchor: 'middle' }));
    });
  }
  return lines.join('');
}

function drawGroup({ box, folded, title }: { box: Box; folded: boolean; title: string }): string {
  const { left, top, right, bottom } = box;
  const size = `x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"`;
  const frame = `<rect ${size} rx="12" fill="${ink.paper}" fill-opacity="${folded ? 1 : 0.6}" stroke="${ink.quiet}" stroke-dasharray="4 3"/>`;
  return frame + text({ x: left + 14, y: top + 22, size: 12, words: title, room: right - left - 28, bold: true });
}

function drawNote({ position: { x, y }, size: { width, height }, text: said }: Note): string {
  const room = width - 26;
  const most = Math.max(1, Math.floor((height - 16) / 19));
  const lines = said.split('\n').slice(0, most);
  const paper = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="#fdf6d8" stroke="#e8d994"/>`;
  return (
    paper +
    lines.map((line, index) => text({ x: x + 13, y: y + 24 + index * 19, size: 12, words: line, room })).join('')
  );
}

function arrowAt({ x, y }: Position): string {
  return `<path d="M${x - 4} ${y - 6}L${x} ${y}L${x + 4} ${y - 6}" fill="none" stroke="${ink.stem}" stroke-width="2"/>`;
}

function text({
  x,
  y,
  size,
  words,
  room,
  bold = false,
  anchor = 'start',
}: {
  x: number;
  y: number;
  size: number;
  words: string;
  room: number;
  bold?: boolean;
  anchor?: 'start' | 'middle';
}): string {
  const fitting = asXml(fitText({ text: words, size, room }));
  const look = `font-size="${size}" fill="${bold ? ink.text : ink.quiet}" text-anchor="${anchor}"`;
  return `<text x="${x}" y="${y}" ${look}${bold ? ' font-weight="600"' : ''}>${fitting}</text>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and attributes of XML; control characters, which it cannot hold, are left out. */
function asXml(words: string): string {
  return words.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? '');
}
