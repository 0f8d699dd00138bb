import { useEffect } from 'react';
import { focusCard } from '../canvas/focus-card.ts';
import { selectedNodes } from '../canvas/selected-nodes.ts';
import { useJourney } from '../journeys/journey-context.ts';

/** Escape in the inspector closes it and goes back to the card, or to the menu of the journey; an open list in it closes first. */
export function useCloseByEscape(): void {
  const { draft, canvas } = useJourney();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== 'Escape' || event.isComposing || !(target instanceof HTMLElement)) return;
      if (target.closest('[data-inspector]') === null || closesItself(target)) return;
      // The canvas would take the same press for a second step back, and let go of the card.
      event.preventDefault();
      canvas.openPanel(undefined);
      const [only] = selectedNodes({ ...draft.getState(), ...canvas.getState() });
      if (only !== undefined) focusCard(only);
      else document.querySelector<HTMLElement>('[data-journey-menu]')?.focus();
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [draft, canvas]);
}

/** A list that is open below a field. Mantine marks the field so; what it says to screen readers comes a drawing later. */
function closesItself(field: HTMLElement): boolean {
  return field.dataset.mantineStopPropagation === 'true' || field.getAttribute('aria-expanded') === 'true';
}
