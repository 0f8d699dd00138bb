import { useState } from 'react';

/** True from the first time that something is opened: closed, it costs a screen nothing until then. */
export function useFirstOpened(opened: boolean): boolean {
  const [once, setOnce] = useState(opened);
  if (opened && !once) setOnce(true);
  return once;
}
