import type { CanvasStore } from '../stores/canvas/create-canvas-store.ts';

const fields = {
  first:
    '[data-inspector] [role="tabpanel"] [data-field] :is(input:not([type="hidden"]), textarea, select, button:not([data-arranges] *)):enabled',
  target: '[data-inspector] [data-targets] input',
} as const;

/** What lies below the settings comes a frame or two after them; a node without that field is not waited for longer. */
const mostFrames = 30;

/** Opens the settings of the selected node with the keyboard in them: at the first field, or where its outcomes lead. */
export function openNodeSettings({ canvas, field }: { canvas: CanvasStore; field: keyof typeof fields }): void {
  canvas.openPanel({ kind: 'node', tab: 'settings' });
  focusOnceThere({ selector: fields[field], frames: mostFrames });
}

function focusOnceThere({ selector, frames }: { selector: string; frames: number }): void {
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null && frames > 1) focusOnceThere({ selector, frames: frames - 1 });
    found?.scrollIntoView({ block: 'nearest' });
    found?.focus();
  });
}
