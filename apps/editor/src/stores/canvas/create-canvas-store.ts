import type { EdgeId, GroupId, NoteId, Position } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CanvasView, ViewShelf } from './view-shelf.ts';

/** Where the searchable palette opens, and what a node chosen from it is joined to. */
export interface PaletteRequest {
  /** Its upper left corner, in the window. */
  readonly screen: Position;
  readonly spot:
    | { readonly kind: 'point'; readonly at: Position }
    | { readonly kind: 'after'; readonly node: NodeId; readonly outcome?: string; readonly at?: Position }
    | { readonly kind: 'edge'; readonly edge: EdgeId; readonly at?: Position };
}

/** The menu of a card, or of the canvas itself, and where it opens in the window. */
export interface MenuRequest {
  readonly screen: Position;
  readonly node: NodeId | undefined;
}

export type PeopleScope = 'open' | 'stuck';

export type NodeTab = 'settings' | 'people' | 'results' | 'comments';

export type Panel =
  | { readonly kind: 'node'; readonly tab: NodeTab; readonly people?: PeopleScope }
  /** Leads in a node that the draft has no more. */
  | { readonly kind: 'gone'; readonly node: NodeId; readonly title: Text }
  | { readonly kind: 'settings' };

/** What can be selected together: cards, and notes beside them. */
export type SelectedId = NodeId | NoteId;

/** What a person is doing on the canvas. Never part of the journey, never makes it "changed". */
export interface CanvasState {
  readonly selected: ReadonlySet<SelectedId>;
  readonly selectedEdge: EdgeId | undefined;
  readonly hoveredEdge: EdgeId | undefined;
  readonly panel: Panel | undefined;
  readonly palette: PaletteRequest | undefined;
  readonly menu: MenuRequest | undefined;
  /** What is done with the journey as a whole, in a dialog. */
  readonly asking: 'publish' | 'share' | undefined;
  readonly collapsed: ReadonlySet<GroupId>;
  /** Nodes just added, whose settings were not opened and left yet: what they lack is told quietly. */
  readonly fresh: ReadonlySet<NodeId>;
  /** What is selected was just put down: it is brought into view, however much it is. */
  readonly placed: boolean;
  /** Places of cards being dragged; the draft hears of them when they are let go. */
  readonly dragged: Readonly<Record<string, Position>>;
}

export interface CanvasStore extends StoreApi<CanvasState> {
  select(chosen: Iterable<SelectedId>): void;
  /** Selects what was put down just now. */
  selectPlaced(chosen: Iterable<SelectedId>): void;
  /** Selects a node that was just added. */
  selectAdded(node: NodeId): void;
  /** Brings back what was selected before the last addition once that was undone, and the addition once it was redone. */
  returnFrom(remaining: { readonly [node: NodeId]: unknown }): void;
  addFresh(node: NodeId): void;
  selectEdge(edge: EdgeId | undefined): void;
  openPanel(panel: Panel | undefined): void;
  openPalette(request: PaletteRequest | undefined): void;
  openMenu(request: MenuRequest | undefined): void;
  ask(asking: CanvasState['asking']): void;
  toggleGroup(group: GroupId): void;
  /** How it was looked at last, to begin with. */
  readonly firstView: CanvasView;
  keepViewport(viewport: CanvasView['viewport'] & object): void;
  drag(places: Readonly<Record<string, Position>>): void;
}

export function createCanvasStore({ shelf }: { shelf: ViewShelf }): CanvasStore {
  const firstView = shelf.read();
  const store = createStore<CanvasState>(() => ({
    selected: new Set(),
    selectedEdge: undefined,
    hoveredEdge: undefined,
    panel: undefined,
    palette: undefined,
    menu: undefined,
    asking: undefined,
    fresh: new Set(firstView.fresh),
    placed: false,
    collapsed: new Set(firstView.collapsed),
    dragged: {},
  }));
  const select = ({ chosen, placed }: { chosen: Iterable<SelectedId>; placed: boolean }) => {
    const selected = new Set(chosen);
    const { panel } = store.getState();
    // The inspector follows the selection; it closes where there is nothing of one to show.
    const keeps = selected.size === 1 || panel?.kind !== 'node';
    store.setState({ selected, placed, selectedEdge: undefined, panel: keeps ? panel : undefined });
  };
  let added: { readonly node: NodeId; readonly before: readonly SelectedId[]; readonly undone: boolean } | undefined;
  const setFresh = (fresh: ReadonlySet<NodeId>) => {
    store.setState({ fresh });
    shelf.write({ fresh: [...fresh] });
  };
  store.subscribe((now, before) => {
    if (now.fresh.size === 0) return;
    const left = openedNode(before);
    if (now.asking === 'publish') setFresh(new Set());
    else if (left !== undefined && left !== openedNode(now) && [...now.fresh].some((node) => node === left)) {
      setFresh(new Set([...now.fresh].filter((node) => node !== left)));
    }
  });
  return Object.assign(store, {
    select: (chosen: Iterable<SelectedId>) => select({ chosen, placed: false }),
    selectPlaced: (chosen: Iterable<SelectedId>) => select({ chosen, placed: true }),
    selectAdded: (node: NodeId) => {
      added = { node, before: [...store.getState().selected], undone: false };
      select({ chosen: [node], placed: false });
    },
    returnFrom: (remaining: { readonly [node: NodeId]: unknown }) => {
      if (added === undefined) return;
      const { node, before } = added;
      const known: Partial<Record<string, unknown>> = remaining;
      const undone = known[node] === undefined;
      if (undone === added.undone) return;
      added = { ...added, undone };
      const [from, to] = undone ? [[node], before] : [before, [node]];
      // Whoever has chosen something else since stays there.
      if (!isSelection(store.getState().selected, from)) return;
      select({ chosen: to.filter((id) => known[id] !== undefined), placed: false });
    },
    addFresh: (node: NodeId) => setFresh(new Set([...store.getState().fresh, node])),
    selectEdge: (selectedEdge: EdgeId | undefined) => store.setState({ selectedEdge, selected: new Set() }),
    openPanel: (panel: Panel | undefined) => store.setState({ panel }),
    openPalette: (palette: PaletteRequest | undefined) => store.setState({ palette }),
    openMenu: (menu: MenuRequest | undefined) => store.setState({ menu }),
    ask: (asking: CanvasState['asking']) => store.setState({ asking }),
    toggleGroup: (group: GroupId) => {
      const collapsed = new Set(store.getState().collapsed);
      if (!collapsed.delete(group)) collapsed.add(group);
      store.setState({ collapsed });
      shelf.write({ collapsed: [...collapsed] });
    },
    firstView,
    keepViewport: (viewport: CanvasView['viewport'] & object) => shelf.write({ viewport }),
    drag: (dragged: Readonly<Record<string, Position>>) => store.setState({ dragged }),
  });
}

function isSelection(selected: ReadonlySet<SelectedId>, chosen: readonly SelectedId[]): boolean {
  return selected.size === chosen.length && chosen.every((id) => selected.has(id));
}

/** The node whose settings are open. */
function openedNode({ panel, selected }: CanvasState): SelectedId | undefined {
  const [only, ...more] = selected;
  return panel?.kind === 'node' && panel.tab === 'settings' && more.length === 0 ? only : undefined;
}
