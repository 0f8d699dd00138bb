import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { isTypingTarget } from '../parts/is-typing-target.ts';
import { useFirstOpened } from '../parts/use-first-opened.ts';
import { keyHelp, openKeyHelp } from './open-key-help.ts';

const KeyHelp = lazy(() => import('./key-help.tsx').then((file) => ({ default: file.KeyHelp })));

/** Opens the list of keys by "?", and loads it when it is asked for the first time. */
export function KeyHelpHost() {
  const isOpen = useStore(keyHelp, (state) => state.isOpen);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.defaultPrevented || isTypingTarget(event.target)) return;
      event.preventDefault();
      openKeyHelp();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const wasOpened = useFirstOpened(isOpen);
  return <Suspense>{wasOpened && <KeyHelp opened={isOpen} />}</Suspense>;
}
