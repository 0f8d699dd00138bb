import { useEffect, useRef } from 'react';
import { isTypingTarget } from '../parts/is-typing-target.ts';
import type { Brief } from './inbox-types.ts';

/**
 * An answer takes its own button away, and undoing the undo's: the focus then stands on what is said of the answer, or at
 * the beginning of the answers, and not on the page, from where it took dozens of Tabs to come back.
 */
export function useAnswerFocus({ brief: { may, entries } }: { brief: Pick<Brief, 'may' | 'entries'> }) {
  const foot = useRef<HTMLElement>(null);
  const note = useRef<HTMLParagraphElement>(null);
  const acts = entries.filter(({ kind }) => kind !== 'note' && !kind.startsWith('contact-')).length;
  const stood = useRef({ acts, undo: may.undo });
  useEffect(() => {
    const { acts: before, undo } = stood.current;
    stood.current = { acts, undo: may.undo };
    // What others do meanwhile takes the focus from nobody, nor does it leave a field in which somebody writes.
    if (acts === before || (undo === null && may.undo === null) || isTypingTarget(document.activeElement)) return;
    (note.current ?? foot.current)?.focus({ preventScroll: true });
  }, [acts, may.undo]);
  return { foot, note };
}
