import { useState } from 'react';
import { useSession } from '../server/use-session.ts';

/**
 * What one is writing about a hand-off, kept as long as the tab: a look at another brief, a call that puts the browser to
 * sleep or a session that ended loses nothing. `undefined` when set: it is written, or not wanted any more.
 */
export function useKept<Value>(name: string): readonly [Value | undefined, (value: Value | undefined) => void] {
  const key = `sodate.kept ${useSession().person.id} ${name}`;
  const [value, setValue] = useState(() => read<Value>(key));
  const keep = (next: Value | undefined) => {
    setValue(next);
    write({ key, value: next });
  };
  return [value, keep];
}

/** Only `useKept` writes there, and only what was typed into the same form. */
function read<Value>(key: string): Value | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function write({ key, value }: { key: string; value: unknown }): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage that is full or forbidden: what was typed is kept while the screen stands.
  }
}
