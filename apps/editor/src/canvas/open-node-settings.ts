import { firstControl } from '../inspector/first-control.ts';
import { focusOnceThere } from '../inspector/focus-once-there.ts';
import type { CanvasStore } from '../stores/canvas/create-canvas-store.ts';

const parts = {
  first: '[data-inspector] [role="tabpanel"] [data-field]',
  target: '[data-inspector] [data-targets]',
} as const;

/** Opens the settings of the selected node with the keyboard in them: at the first field, or where its outcomes lead. */
export function openNodeSettings({ canvas, field }: { canvas: CanvasStore; field: keyof typeof parts }): void {
  canvas.openPanel({ kind: 'node', tab: 'settings' });
  focusOnceThere({ find: () => firstControlOf(document.querySelectorAll(parts[field])), block: 'nearest' });
}

function firstControlOf(fields: Iterable<Element>): HTMLElement | undefined {
  for (const field of fields) {
    const control = firstControl(field);
    if (control !== undefined) return control;
  }
  return undefined;
}
