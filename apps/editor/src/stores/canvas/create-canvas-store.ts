import type { EdgeId, Position } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Where the searchable palette opens, and what a node chosen from it is joined to. */
export interface PaletteRequest {
  /** Its upper left corner, in the window. */
  readonly screen: Position;
  readonly spot:
    | { readonly kind: 'point'; readonly at: Position }
    | { readonly kind: 'after'; readonly node: NodeId; readonly outcome?: string; readonly at?: Position }
    | { readonly kind: 'edge'; readonly edge: EdgeId; readonly at?: Position };
}

export type PeopleScope = 'open' | 'stuck';

export type Panel =
  | { readonly kind: 'node'; readonly tab: 'settings' | 'people'; readonly people?: PeopleScope }
  | { readonly kind: 'settings' };

/** What a person is doing on the canvas. Never part of the journey, never makes it "changed". */
export interface CanvasState {
  readonly selected: ReadonlySet<NodeId>;
  readonly selectedEdge: EdgeId | undefined;
  readonly hoveredEdge: EdgeId | undefined;
  readonly panel: Panel | undefined;
  readonly palette: PaletteRequest | undefined;
  /** Places of cards being dragged; the draft hears of them when they are let go. */
  readonly dragged: Readonly<Record<string, Position>>;
}

export interface CanvasStore extends StoreApi<CanvasState> {
  select(nodes: Iterable<NodeId>): void;
  selectEdge(edge: EdgeId | undefined): void;
  openPanel(panel: Panel | undefined): void;
  openPalette(request: PaletteRequest | undefined): void;
  drag(places: Readonly<Record<string, Position>>): void;
}

export function createCanvasStore(): CanvasStore {
  const store = createStore<CanvasState>(() => ({
    selected: new Set(),
    selectedEdge: undefined,
    hoveredEdge: undefined,
    panel: undefined,
    palette: undefined,
    dragged: {},
  }));
  return Object.assign(store, {
    select: (nodes: Iterable<NodeId>) => {
      const selected = new Set(nodes);
      const { panel } = store.getState();
      // The inspector follows the selection; it closes where there is nothing of one to show.
      const keeps = selected.size === 1 || panel?.kind !== 'node';
      store.setState({ selected, selectedEdge: undefined, panel: keeps ? panel : undefined });
    },
    selectEdge: (selectedEdge: EdgeId | undefined) => store.setState({ selectedEdge, selected: new Set() }),
    openPanel: (panel: Panel | undefined) => store.setState({ panel }),
    openPalette: (palette: PaletteRequest | undefined) => store.setState({ palette }),
    drag: (dragged: Readonly<Record<string, Position>>) => store.setState({ dragged }),
  });
}
