import type { Note, Position } from '@sodate/journey/graph/graph';
import type { Family } from '@sodate/journey/graph/node-contract';
import type { NodeId } from '@sodate/journey/id';
import { aroundAll, boxesOf } from './boxes.ts';
import { fitText } from './fit-text.ts';
import type { Layout, PlacedCard } from './lay-out.ts';
import { cardWidth, handleX, plainHeight, stripHeight } from './node-geometry.ts';
import { placeLabels } from './place-labels.ts';
import type { Box } from './route-stem.ts';
import { pointOnStem, stemPath } from './stem-path.ts';
import { wrapText } from './wrap-text.ts';

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
  text: '#16211d',
  quiet: '#43514b',
  line: '#c3cec9',
  stem: '#bccac3',
  paper: '#ffffff',
  ground: '#f0f3f2',
  note: '#fff7da',
  noteLine: '#ead99a',
  noteText: '#4d4113',
};
const families: Readonly<Record<Family, string>> = {
  trigger: '#23764a',
  wait: '#6656ae',
  message: '#2566b0',
  decision: '#a04e0e',
  sales: '#a92e74',
  data: '#4e6377',
  end: '#35403b',
};
/** A tile of 28 around its middle: never told by its hue alone, least of all on a black and white printer. */
const outlines: Readonly<Record<Family, string>> = {
  trigger: 'M-14 0a14 14 0 1 1 14 14h-10a4 4 0 0 1-4-4z',
  wait: 'M-14 0a14 14 0 1 1 28 0a14 14 0 1 1-28 0z',
  message: 'M-6-14h12a8 8 0 0 1 8 8v12a8 8 0 0 1-8 8h-12a8 8 0 0 1-8-8v-12a8 8 0 0 1 8-8z',
  decision: 'M-3.5-12.5a5 5 0 0 1 7 0l9 9a5 5 0 0 1 0 7l-9 9a5 5 0 0 1-7 0l-9-9a5 5 0 0 1 0-7z',
  sales: 'M-7-14h14a7 7 0 0 1 7 7v7a14 14 0 0 1-28 0v-7a7 7 0 0 1 7-7z',
  data: 'M-10-14h20a4 4 0 0 1 4 4v20a4 4 0 0 1-4 4h-20a4 4 0 0 1-4-4v-20a4 4 0 0 1 4-4z',
  end: 'M-13 0a13 13 0 1 1 26 0a13 13 0 1 1-26 0z',
};
const margin = 32;
const headHeight = 56;

/** The whole journey as an SVG that stands by itself: for slides, papers and chats. Folded groups are drawn folded. */
export function drawPicture({
  layout,
  words,
  title,
  about,
}: {
  layout: Layout;
  words: (node: NodeId) => CardWords;
  title: string;
  /** Which version this is, and of what day: stands above with the title. Left out, nothing does. */
  about?: string;
}): Picture {
  const bounds = boundsOf(layout);
  const { left, right, bottom } = bounds;
  const top = bounds.top - (about === undefined ? 0 : headHeight);
  const width = right - left + margin * 2;
  const height = bottom - top + margin * 2;
  const parts = [
    ...(about === undefined ? [] : drawHead({ left, top, room: right - left, title, about })),
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
  const faces =
    "-apple-system, 'Hiragino Sans', 'Yu Gothic UI', Meiryo, 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif";
  const font = `font-family="${faces}"`;
  const ground = `<rect x="${left - margin}" y="${top - margin}" width="${width}" height="${height}" fill="${ink.ground}"/>`;
  const svg = `${head} ${font}><title>${asXml(title)}</title>${ground}${parts.join('')}</svg>`;
  return { svg, width, height };
}

function drawHead({
  left,
  top,
  room,
  title,
  about,
}: Pick<Box, 'left' | 'top'> & { room: number; title: string; about: string }): readonly string[] {
  return [
    text({ x: left, y: top + 18, size: 18, words: title, room, bold: true }),
    text({ x: left, y: top + 38, size: 12, words: about, room }),
  ];
}

function boundsOf(layout: Layout): Box {
  const ways = layout.edges.flatMap(({ stem: { via } }) =>
    via === undefined ? [] : [{ left: via.x, right: via.x, top: via.top, bottom: via.bottom }],
  );
  return aroundAll([...boxesOf(layout), ...ways]) ?? { left: 0, top: 0, right: cardWidth, bottom: plainHeight };
}

function drawCard({ card: { box, outcomes }, words }: { card: PlacedCard; words: CardWords }): string {
  const { left: x, top: y } = box;
  const height = box.bottom - box.top;
  const handles = outcomes.map((_, index) => handleX({ index, count: outcomes.length }));
  const placed = outcomes.length > 1 ? placeLabels({ labels: words.outcomes, handles, width: cardWidth }) : undefined;
  const rows = placed?.rows ?? 1;
  const lines = [
    `<rect x="${x}" y="${y}" width="${cardWidth}" height="${height}" rx="10" fill="${ink.paper}" stroke="${ink.line}"/>`,
    drawTile({ x: x + 24, y: y + 26, words }),
    text({ x: x + 47, y: y + 24, size: 13, words: words.title, room: cardWidth - 57, bold: true }),
    ...linesOf({ words: words.summary, size: 11, room: cardWidth - 57, most: 3 - rows }).map((line, index) =>
      text({ x: x + 47, y: y + 41 + index * 15, size: 11, words: line, room: cardWidth - 57 }),
    ),
  ];
  if (outcomes.length > 1) {
    // A second row of names takes the room of the summary's second line.
    const strip = y + height - (rows === 1 ? stripHeight : 40);
    const bottom = y + height - 7;
    lines.push(`<path d="M${x} ${strip}h${cardWidth}" stroke="${ink.line}"/>`);
    const labels =
      placed?.labels ?? words.outcomes.map((label, index) => ({ words: label, x: handles[index] ?? 0, row: 0 }));
    const room = placed === undefined ? cardWidth / outcomes.length - 8 : cardWidth;
    for (const label of labels) {
      const at = { x: x + label.x, y: bottom - label.row * 16 };
      lines.push(text({ ...at, size: placed?.size ?? 11, words: label.words, room, anchor: 'middle' }));
    }
  }
  return lines.join('');
}

/** The end is a ring, all others are filled. */
function drawTile({ x, y, words: { family, icon } }: Position & { words: CardWords }): string {
  const colour = families[family];
  const look = family === 'end' ? `fill="${ink.paper}" stroke="${colour}" stroke-width="2"` : `fill="${colour}"`;
  const line = `fill="none" stroke="${family === 'end' ? colour : ink.paper}" stroke-width="2"`;
  return (
    `<path transform="translate(${x} ${y})" d="${outlines[family]}" ${look}/>` +
    `<path transform="translate(${x - 8} ${y - 8}) scale(.667)" d="${asXml(icon)}" ${line}` +
    ' stroke-linecap="round" stroke-linejoin="round"/>'
  );
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
  const shown = linesOf({ words: said, size: 12, room, most });
  const look = `fill="${ink.note}" stroke="${ink.noteLine}"`;
  const paper = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" ${look}/>`;
  const drawn = shown.map((words, index) =>
    text({ x: x + 13, y: y + 24 + index * 19, size: 12, words, room, colour: ink.noteText }),
  );
  return paper + drawn.join('');
}

/** A text in so many lines at most. What does not fit says so at the end of the last one. */
function linesOf({
  words,
  size,
  room,
  most,
}: {
  words: string;
  size: number;
  room: number;
  most: number;
}): readonly string[] {
  const lines = words.split('\n').flatMap((line) => wrapText({ text: line, size, room }));
  return lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join('')] : lines;
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
  colour = bold ? ink.text : ink.quiet,
  anchor = 'start',
}: {
  x: number;
  y: number;
  size: number;
  words: string;
  room: number;
  bold?: boolean;
  colour?: string;
  anchor?: 'start' | 'middle';
}): string {
  const fitting = asXml(fitText({ text: words, size, room }));
  const look = `font-size="${size}" fill="${colour}" text-anchor="${anchor}"`;
  return `<text x="${x}" y="${y}" ${look}${bold ? ' font-weight="600"' : ''}>${fitting}</text>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and attributes of XML; control characters, which it cannot hold, are left out. */
function asXml(words: string): string {
  return words.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? '');
}
