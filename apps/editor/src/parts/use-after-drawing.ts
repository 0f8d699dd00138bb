import { startTransition, useEffect, useState } from 'react';

let drawn = false;

/**
 * False while the first screen of a visit is drawn. What hangs closed from a button (a menu, a list) measures itself as it
 * mounts, and would have a slow phone draw all of the screen twice in one turn.
 */
export function useAfterDrawing(): boolean {
  const [after, setAfter] = useState(drawn);
  useEffect(() => {
    drawn = true;
    startTransition(() => setAfter(true));
  }, []);
  return after;
}
