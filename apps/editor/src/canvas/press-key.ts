import type { Position } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { JourneyParts } from '../journeys/journey-context.ts';
import { cardElement } from './focus-card.ts';
import { freshId } from './fresh-id.ts';
import type { Layout } from './lay-out.ts';
import { openNodeSettings } from './open-node-settings.ts';
import { planGroup, planUngroup } from './plan-group.ts';
import { removeSelected } from './remove-selected.ts';
import { selectAlong } from './select-along.ts';
import { selectedNodes } from './selected-nodes.ts';
import { spotForNext } from './spot-for-next.ts';
import { currentLayout } from './use-layout.ts';
import { type WalkDirection, walkGraph } from './walk-graph.ts';

/** All that keys can do on the canvas. */
export interface CanvasKeyboard extends JourneyParts {
  readonly draws: boolean;
  goTo(node: NodeId): void;
  tidy(): void;
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  /** @returns false where nothing is selected. */
  duplicate(): boolean;
  /** Where the mouse is on the canvas, else the canvas's middle. */
  pointer(): { readonly screen: Position; readonly flow: Position };
}

interface Press {
  readonly event: KeyboardEvent;
  readonly keyboard: CanvasKeyboard;
}

export function isUndoOrRedo({ ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && ['z', 'y'].includes(key.toLowerCase());
}

/** @returns true where the key was for the canvas. */
export function pressKey(press: Press): boolean {
  const { event, keyboard } = press;
  if (event.ctrlKey || event.metaKey) return pressWithControl(press);
  const direction = arrows[event.key];
  if (direction !== undefined) return pressArrow({ ...press, direction });
  if (event.altKey) return false;
  switch (event.key) {
    case 'Tab':
      return !event.shiftKey && onCanvas(event) && openPalette(keyboard);
    case 'Delete':
    case 'Backspace':
      return keyboard.draws && removeSelected(keyboard);
    case 'Enter':
      return !isControl(event.target) && openInspector(keyboard);
    case 'Escape':
      return stepBack(keyboard);
    case 'ContextMenu':
      return openMenu(keyboard);
    case 'F10':
      return event.shiftKey && openMenu(keyboard);
    default:
      return pressView(press);
  }
}

function pressView({ event, keyboard }: Press): boolean {
  const acts: Readonly<Record<string, () => void>> = {
    '+': keyboard.zoomIn,
    '-': keyboard.zoomOut,
    '0': keyboard.fit,
    ...(keyboard.draws ? { T: keyboard.tidy, c: () => void connectByKeys(keyboard) } : {}),
  };
  const act = acts[event.key];
  act?.();
  return act !== undefined;
}

const arrows: Readonly<Record<string, WalkDirection>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

function pressWithControl({ event, keyboard }: Press): boolean {
  const { draft, canvas, draws } = keyboard;
  switch (event.key.toLowerCase()) {
    case 'z':
      if (draws && event.shiftKey) draft.redo();
      else if (draws) draft.undo();
      return draws;
    case 'y':
      if (draws) draft.redo();
      return draws;
    case 'a':
      canvas.select(Object.values(draft.getState().graph.nodes).map(({ id }) => id));
      return true;
    case 'g':
      return group({ keyboard, breaksUp: event.shiftKey });
    case 'd':
      return draws && keyboard.duplicate();
    default:
      return false;
  }
}

function pressArrow({ event, keyboard, direction }: Press & { direction: WalkDirection }): boolean {
  if (event.altKey) return nudge({ direction, keyboard });
  const upright = direction === 'up' || direction === 'down';
  if (event.shiftKey && upright) return selectAlong({ ...keyboard, along: direction });
  return walk({ direction, keyboard });
}

function group({ keyboard, breaksUp }: { keyboard: CanvasKeyboard; breaksUp: boolean }): boolean {
  const { draft, canvas, right } = keyboard;
  if (right !== 'all') return false;
  const { graph } = draft.getState();
  const nodes = selectedNodes({ graph, ...canvas.getState() });
  const command = breaksUp
    ? planUngroup({ graph, nodes })
    : planGroup({ graph, nodes, newId: () => freshId('group_') });
  return command !== undefined && draft.dispatch(command);
}

/** Beside the selected card: a menu is where its thing is. */
function openMenu(keyboard: CanvasKeyboard): boolean {
  const { canvas, pointer } = keyboard;
  const node = lastSelected(keyboard);
  const box = node === undefined ? undefined : cardElement(node)?.getBoundingClientRect();
  const screen = box === undefined ? pointer().screen : { x: box.left + 24, y: box.bottom + 4 };
  canvas.openMenu({ screen, node });
  return true;
}

function lastSelected({ draft, canvas }: CanvasKeyboard): NodeId | undefined {
  return [...selectedNodes({ ...draft.getState(), ...canvas.getState() })].at(-1);
}

function walk({ direction, keyboard }: { direction: WalkDirection; keyboard: CanvasKeyboard }): boolean {
  const layout = currentLayout(keyboard);
  const from = lastSelected(keyboard) ?? topmost(layout);
  if (from === undefined) return false;
  const isFresh = keyboard.canvas.getState().selected.size === 0;
  const to = isFresh ? from : walkGraph({ layout, from, direction });
  if (to !== undefined) keyboard.goTo(to);
  return true;
}

function topmost({ cards }: Layout): NodeId | undefined {
  const nodes = Array.from(cards.values(), ({ node }) => node);
  return nodes.sort((one, other) => one.position.y - other.position.y)[0]?.id;
}

const step = 20;

function nudge({ direction, keyboard }: { direction: WalkDirection; keyboard: CanvasKeyboard }): boolean {
  const { draft, canvas, draws } = keyboard;
  const { graph } = draft.getState();
  const nodes = [...selectedNodes({ graph, ...canvas.getState() })].flatMap((id) => graph.nodes[id] ?? []);
  if (!draws || nodes.length === 0) return false;
  const dx = { left: -step, right: step, up: 0, down: 0 }[direction];
  const dy = { left: 0, right: 0, up: -step, down: step }[direction];
  const to = nodes.map(({ id, position }) => [id, { x: position.x + dx, y: position.y + dy }]);
  return draft.dispatch({ kind: 'move-nodes', to: Object.fromEntries(to) });
}

function openPalette(keyboard: CanvasKeyboard): boolean {
  if (!keyboard.draws) return false;
  const { screen, flow } = keyboard.pointer();
  keyboard.canvas.openPalette({ screen, spot: spotForNext({ ...keyboard, isTrigger: false, middle: flow }) });
  return true;
}

function openInspector(keyboard: CanvasKeyboard): boolean {
  if (keyboard.canvas.getState().selected.size !== 1) return false;
  openNodeSettings({ canvas: keyboard.canvas, field: 'first' });
  return true;
}

function connectByKeys(keyboard: CanvasKeyboard): void {
  if (keyboard.canvas.getState().selected.size !== 1) return;
  openNodeSettings({ canvas: keyboard.canvas, field: 'target' });
}

function stepBack({ canvas }: CanvasKeyboard): boolean {
  const { panel, selected, selectedEdge, palette, menu } = canvas.getState();
  if (menu !== undefined) canvas.openMenu(undefined);
  else if (palette !== undefined) canvas.openPalette(undefined);
  else if (panel !== undefined) canvas.openPanel(undefined);
  else if (selected.size > 0 || selectedEdge !== undefined) canvas.select([]);
  else return false;
  return true;
}

/** Tab opens the palette while a node is selected or nothing has the focus; Escape first gives Tab its usual meaning. */
function onCanvas({ target }: KeyboardEvent): boolean {
  if (target === document.body) return true;
  return target instanceof HTMLElement && target.matches('.react-flow__node.selected, .react-flow__pane, .react-flow');
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a, button') !== null;
}
