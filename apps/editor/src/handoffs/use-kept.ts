import { useSyncExternalStore } from 'react';
import { useSession } from '../server/use-session.ts';
import { keptWords } from './kept-words.ts';

const words = keptWords(() => sessionStorage);

const nothingYet = () => undefined;

/**
 * What one is writing about a hand-off, kept as long as the tab: a look at another brief, a call that puts the browser to
 * sleep or a session that ended loses nothing. `undefined` when set: it is written, or not wanted any more; a form that
 * was left and opened again meanwhile hears of it.
 */
export function useKept<Value>(name: string): readonly [Value | undefined, (value: Value | undefined) => void] {
  const key = `sodate.kept ${useSession().person.id} ${name}`;
  // Only `useKept` writes there, and only what was typed into the same form.
  const value = useSyncExternalStore(words.subscribe, () => words.read(key) as Value | undefined, nothingYet);
  return [value, (next) => words.write({ key, value: next })];
}
