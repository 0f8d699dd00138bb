import type { Edge, EdgeId, Graph, GraphNode, Group, GroupId } from '@sodate/journey/graph/graph';
import type { Outcome } from '@sodate/journey/graph/node-contract';
import type { NodeId } from '@sodate/journey/id';
import { cardHeight, cardWidth, drawnOutcomes, handleX, plainHeight } from './node-geometry.ts';
import { type NodeLookTable, outcomesOf } from './outcomes-of.ts';
import { type Box, routeStem } from './route-stem.ts';
import type { Stem } from './stem-path.ts';

export interface PlacedCard {
  readonly node: GraphNode;
  readonly outcomes: readonly Outcome[];
  /** Its handles in a word: equal for cards that are drawn alike. */
  readonly shape: string;
  readonly box: Box;
}

export interface PlacedGroup {
  readonly group: Group;
  readonly members: readonly PlacedCard[];
  /** Around its members; folded, one card in the middle of their upper edge. */
  readonly box: Box;
  readonly folded: boolean;
}

/** One drawn edge; between folded groups it stands for several. */
export interface PlacedEdge {
  readonly edge: Edge;
  readonly also: readonly EdgeId[];
  /** The card or folded group at each end, and the handle it leaves by. */
  readonly source: string;
  readonly handle: string;
  readonly target: string;
  readonly stem: Stem;
}

export interface Layout {
  readonly graph: Graph;
  readonly cards: ReadonlyMap<NodeId, PlacedCard>;
  readonly groups: readonly PlacedGroup[];
  readonly edges: readonly PlacedEdge[];
  /** The folded group that hides a node. */
  readonly hiddenIn: ReadonlyMap<NodeId, PlacedGroup>;
}

const padding = { side: 16, top: 38, bottom: 16 };
export const foldedHandle = 'out';

/** Where everything of a graph stands, with the edges led around the cards. Pure; some milliseconds on 1,000 nodes. */
export function layOut({
  graph,
  types,
  collapsed,
  before,
}: {
  graph: Graph;
  types: NodeLookTable;
  collapsed: ReadonlySet<GroupId>;
  /** The layout before a change: where nothing has moved its edges are taken over. */
  before?: Layout | undefined;
}): Layout {
  const all = new Map<NodeId, PlacedCard>();
  for (const node of Object.values(graph.nodes)) {
    const known = before?.cards.get(node.id);
    const same = known?.node === node && before?.graph.edges === graph.edges;
    all.set(node.id, same ? known : placeCard({ node, types, graph }));
  }
  const groups = Object.values(graph.groups).flatMap((group) => placeGroup({ group, all, collapsed }));
  const hiddenIn = new Map<NodeId, PlacedGroup>();
  for (const group of groups) {
    if (group.folded) for (const { node } of group.members) hiddenIn.set(node.id, group);
  }
  const cards = new Map([...all].filter(([id]) => !hiddenIn.has(id)));
  const placed = { graph, cards, groups, hiddenIn };
  const edges = before !== undefined && isSamePlace({ one: before, other: placed }) ? before.edges : placeEdges(placed);
  return { ...placed, edges };
}

function placeCard({ node, types, graph }: { node: GraphNode; types: NodeLookTable; graph: Graph }): PlacedCard {
  const outcomes = drawnOutcomes({ node, outcomes: outcomesOf({ node, types, graph }), graph });
  const { x, y } = node.position;
  const shape = outcomes.map(({ id }) => id).join('|');
  return { node, outcomes, shape, box: { left: x, top: y, right: x + cardWidth, bottom: y + cardHeight(outcomes) } };
}

function placeGroup({
  group,
  all,
  collapsed,
}: {
  group: Group;
  all: ReadonlyMap<NodeId, PlacedCard>;
  collapsed: ReadonlySet<GroupId>;
}): readonly PlacedGroup[] {
  const members = group.nodes.flatMap((id) => all.get(id) ?? []);
  if (members.length === 0) return [];
  const folded = collapsed.has(group.id);
  return [{ group, members, folded, box: folded ? foldedBox(members) : frameBox(members) }];
}

function around(members: readonly PlacedCard[]): Box {
  return {
    left: Math.min(...members.map(({ box }) => box.left)),
    top: Math.min(...members.map(({ box }) => box.top)),
    right: Math.max(...members.map(({ box }) => box.right)),
    bottom: Math.max(...members.map(({ box }) => box.bottom)),
  };
}

export function frameBox(members: readonly PlacedCard[]): Box {
  const { left, top, right, bottom } = around(members);
  const { side } = padding;
  return { left: left - side, top: top - padding.top, right: right + side, bottom: bottom + padding.bottom };
}

function foldedBox(members: readonly PlacedCard[]): Box {
  const { left, top, right } = around(members);
  const x = Math.round((left + right - cardWidth) / 2);
  return { left: x, top, right: x + cardWidth, bottom: top + plainHeight };
}

type Unrouted = Omit<Layout, 'edges'>;

function placeEdges(layout: Unrouted): readonly PlacedEdge[] {
  const rows = new Rows([...layout.cards.values(), ...layout.groups.filter(({ folded }) => folded)]);
  const drawn = new Map<string, PlacedEdge>();
  for (const edge of Object.values(layout.graph.edges)) {
    const ends = endsOf({ layout, edge });
    if (ends === undefined || ends.from.box === ends.to.box) continue;
    const { from, to } = ends;
    // Between two groups that are folded one line is enough.
    const key = from.handle === foldedHandle ? `${from.id} ${to.id}` : edge.id;
    const known = drawn.get(key);
    if (known !== undefined) {
      drawn.set(key, { ...known, also: [...known.also, edge.id] });
      continue;
    }
    const straight = { from: { x: from.x, y: from.box.bottom }, to: { x: middleOf(to.box), y: to.box.top } };
    const own = [from.box, to.box];
    const obstacles = rows.between({ stem: straight, except: own });
    const stem = routeStem({ stem: straight, obstacles, own });
    drawn.set(key, { edge, also: [], source: from.id, handle: from.handle, target: to.id, stem });
  }
  return [...drawn.values()];
}

function endsOf({ layout, edge }: { layout: Unrouted; edge: Edge }) {
  const { cards, hiddenIn } = layout;
  const from = cards.get(edge.from);
  const to = cards.get(edge.to);
  const fromGroup = hiddenIn.get(edge.from);
  const toGroup = hiddenIn.get(edge.to);
  const target = to === undefined ? groupEnd(toGroup) : { id: to.node.id as string, box: to.box };
  const source = from === undefined ? groupEnd(fromGroup) : exitOf({ card: from, outcome: edge.outcome });
  if (source === undefined || target === undefined) return undefined;
  return { from: source, to: target };
}

function groupEnd(placed: PlacedGroup | undefined) {
  if (placed === undefined) return undefined;
  return { id: placed.group.id as string, box: placed.box, x: middleOf(placed.box), handle: foldedHandle };
}

function exitOf({ card, outcome }: { card: PlacedCard; outcome: string }) {
  const count = Math.max(1, card.outcomes.length);
  const index = Math.max(
    0,
    card.outcomes.findIndex(({ id }) => id === outcome),
  );
  return { id: card.node.id as string, box: card.box, x: card.box.left + handleX({ index, count }), handle: outcome };
}

function middleOf({ left, right }: Box): number {
  return (left + right) / 2;
}

/** Cards by the rows they stand in, so that an edge looks only at those it may meet. */
class Rows {
  static readonly #height = 120;
  readonly #rows = new Map<number, Set<Box>>();

  constructor(placed: readonly { readonly box: Box }[]) {
    for (const { box } of placed) {
      for (const row of rowsOf(box)) {
        const known = this.#rows.get(row);
        if (known === undefined) this.#rows.set(row, new Set([box]));
        else known.add(box);
      }
    }

    function rowsOf({ top, bottom }: Box): readonly number[] {
      const first = Math.floor(top / Rows.#height);
      return Array.from({ length: Math.floor(bottom / Rows.#height) - first + 1 }, (_, index) => first + index);
    }
  }

  /** Those between the ends of a stem, not farther aside than a stem would go around. */
  between({ stem: { from, to }, except }: { stem: Stem; except: readonly Box[] }): readonly Box[] {
    const found = new Set<Box>();
    const [low, high] = [Math.min(from.x, to.x) - farAside, Math.max(from.x, to.x) + farAside];
    const first = Math.floor(Math.min(from.y, to.y) / Rows.#height);
    const last = Math.floor(Math.max(from.y, to.y) / Rows.#height);
    for (let row = first; row <= last; row++) {
      for (const box of this.#rows.get(row) ?? []) if (box.right > low && box.left < high) found.add(box);
    }
    for (const box of except) found.delete(box);
    return [...found];
  }
}

const farAside = 900;

/** Whether two layouts differ in nothing that edges depend on. */
function isSamePlace({ one, other }: { one: Unrouted; other: Unrouted }): boolean {
  if (one.graph.edges !== other.graph.edges || one.cards.size !== other.cards.size) return false;
  if (one.groups.length !== other.groups.length) return false;
  for (const [id, card] of other.cards) {
    const known = one.cards.get(id);
    if (known === undefined || !isSameBox({ one: known.box, other: card.box })) return false;
    if (known.shape !== card.shape) return false;
  }
  return other.groups.every((group, index) => {
    const known = one.groups[index];
    return known?.group.id === group.group.id && isSameBox({ one: known.box, other: group.box });
  });
}

function isSameBox({ one, other }: { one: Box; other: Box }): boolean {
  return one.left === other.left && one.top === other.top && one.right === other.right && one.bottom === other.bottom;
}
