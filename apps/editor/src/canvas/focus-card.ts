import type { NodeId } from '@sodate/journey/id';

/** Puts the keyboard's focus on a node's card, as soon as it is drawn. */
export function focusCard(id: NodeId): void {
  const find = () => document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  requestAnimationFrame(() => {
    const card = find();
    if (card !== null) card.focus({ preventScroll: true });
    else requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
  });
}
