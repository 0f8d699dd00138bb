import type { GroupId } from '@sodate/journey/graph/graph';
import type { NodeId } from '@sodate/journey/id';

/** Puts the keyboard's focus on a node's card, as soon as it is drawn. */
export function focusCard(id: NodeId | GroupId): void {
  const find = () => cardElement(id);
  requestAnimationFrame(() => {
    const card = find();
    if (card !== null) card.focus({ preventScroll: true });
    else requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
  });
}

/** What a node or a folded group is drawn as; null where it is out of view or hidden in a folded group. */
export function cardElement(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
}
