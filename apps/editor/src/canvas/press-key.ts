import type { Position } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';
import type { JourneyParts } from '../journeys/journey-context.ts';
import { spotForNext } from './spot-for-next.ts';
import { type WalkDirection, walkGraph } from './walk-graph.ts';

/** All that keys can do on the canvas. */
export interface CanvasKeyboard extends JourneyParts {
  readonly draws: boolean;
  goTo(node: NodeId): void;
  tidy(): void;
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  /** Where the mouse is on the canvas, else the canvas's middle. */
  pointer(): { readonly screen: Position; readonly flow: Position };
}

interface Press {
  readonly event: KeyboardEvent;
  readonly keyboard: CanvasKeyboard;
}

/** @returns true where the key was for the canvas. */
export function pressKey(press: Press): boolean {
  const { event, keyboard } = press;
  if (event.ctrlKey || event.metaKey) return pressWithControl(press);
  const direction = arrows[event.key];
  if (direction !== undefined) return event.altKey ? nudge({ direction, keyboard }) : walk({ direction, keyboard });
  if (event.altKey) return false;
  switch (event.key) {
    case 'Tab':
      return !event.shiftKey && onCanvas(event) && openPalette(keyboard);
    case 'Delete':
    case 'Backspace':
      return remove(keyboard);
    case 'Enter':
      return !isControl(event.target) && openInspector(keyboard);
    case 'Escape':
      return stepBack(keyboard);
    default:
      return pressView(press);
  }
}

function pressView({ event, keyboard }: Press): boolean {
  const acts: Readonly<Record<string, () => void>> = {
    '+': keyboard.zoomIn,
    '-': keyboard.zoomOut,
    '0': keyboard.fit,
    ...(keyboard.draws ? { T: keyboard.tidy } : {}),
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
    default:
      return false;
  }
}

function walk({ direction, keyboard }: { direction: WalkDirection; keyboard: CanvasKeyboard }): boolean {
  const { graph } = keyboard.draft.getState();
  const from = [...keyboard.canvas.getState().selected].at(-1) ?? topmost(keyboard);
  if (from === undefined) return false;
  const isFresh = keyboard.canvas.getState().selected.size === 0;
  const to = isFresh ? from : walkGraph({ graph, from, direction });
  if (to !== undefined) keyboard.goTo(to);
  return true;
}

function topmost({ draft }: CanvasKeyboard): NodeId | undefined {
  const nodes = Object.values(draft.getState().graph.nodes);
  return nodes.sort((one, other) => one.position.y - other.position.y)[0]?.id;
}

const step = 20;

function nudge({ direction, keyboard }: { direction: WalkDirection; keyboard: CanvasKeyboard }): boolean {
  const { draft, canvas, draws } = keyboard;
  const { graph } = draft.getState();
  const nodes = [...canvas.getState().selected].flatMap((id) => graph.nodes[id] ?? []);
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

function remove({ draft, canvas, draws, right }: CanvasKeyboard): boolean {
  const { selected, selectedEdge } = canvas.getState();
  if (!draws) return false;
  if (selectedEdge !== undefined) {
    canvas.selectEdge(undefined);
    return draft.dispatch({ kind: 'disconnect', edge: selectedEdge });
  }
  const { graph } = draft.getState();
  const nodes = [...selected].filter((id) => graph.nodes[id] !== undefined);
  const notes = Object.values(graph.notes).filter(({ id }) => selected.has(id as unknown as NodeId));
  const commands = [
    ...(nodes.length > 0 ? [{ kind: 'remove-nodes', nodes, heal: right === 'all' } as const] : []),
    ...notes.map(({ id }) => ({ kind: 'remove-note', note: id }) as const),
  ];
  if (commands.length === 0) return false;
  canvas.select([]);
  return draft.dispatch({ kind: 'batch', commands });
}

function openInspector({ canvas }: CanvasKeyboard): boolean {
  if (canvas.getState().selected.size !== 1) return false;
  canvas.openPanel({ kind: 'node', tab: 'settings' });
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[data-inspector] [role="tabpanel"] :is(input, textarea, button)')?.focus();
  });
  return true;
}

function stepBack({ canvas }: CanvasKeyboard): boolean {
  const { panel, selected, selectedEdge, palette } = canvas.getState();
  if (palette !== undefined) canvas.openPalette(undefined);
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
