import type { NodeId } from '@sodate/journey/id';

/** The node from which each entry of the browser's history was left, while the page lives. */
const nodes = new Map<string, NodeId>();

/** Keeps where one leaves a journey, so that the browser's Back leads there. */
export function rememberLeft(node: NodeId | undefined): void {
  const entry = currentEntry();
  if (node !== undefined && entry !== undefined) nodes.set(entry, node);
}

/** The node from which the present entry was left. It is told once: going on elsewhere from here must not lead back. */
export function takeLeft(): NodeId | undefined {
  const entry = currentEntry() ?? '';
  const node = nodes.get(entry);
  nodes.delete(entry);
  return node;
}

function currentEntry(): string | undefined {
  const { state } = window.history as { state: { readonly __TSR_key?: string } | null };
  return state?.__TSR_key;
}
