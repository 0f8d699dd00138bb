import type { CanvasStore } from '../stores/canvas/create-canvas-store.ts';

const fields = {
  first: '[data-inspector] [role="tabpanel"] :is(input, textarea, button)',
  target: '[data-inspector] [data-targets] input',
} as const;

/** Opens the settings of the selected node with the keyboard in them: at the first field, or where its outcomes lead. */
export function openNodeSettings({ canvas, field }: { canvas: CanvasStore; field: keyof typeof fields }): void {
  canvas.openPanel({ kind: 'node', tab: 'settings' });
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(fields[field]);
    found?.scrollIntoView({ block: 'nearest' });
    found?.focus();
  });
}
