import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useScreenKeys } from '../parts/use-screen-keys.ts';
import { type BriefKeys, briefKeys, type KeyActs } from './brief-keys.ts';

const names = ['A', 'R', 'U', 'M', 'N', 'C', '1', '2', '3', '4', '5', '6'] as const;

/** The keys of the brief that is chosen: `shown`, unless the address leads to another one already. */
export function useBriefKeys(shown: string | undefined): BriefKeys {
  const [keys] = useState(briefKeys);
  const { history } = useRouter();
  const chosen = () => handoffIn(history.location.pathname) ?? shown;
  const press = (key: string) => {
    const handoff = chosen();
    if (handoff !== undefined) keys.press({ handoff, key, at: Date.now() });
  };
  useScreenKeys(Object.fromEntries(names.map((key) => [key, () => press(key)])));
  useEffect(() => history.subscribe(({ location }) => keys.choose(handoffIn(location.pathname))), [keys, history]);
  return keys;
}

function handoffIn(path: string): string | undefined {
  return /^\/handoffs\/([^/]+)/.exec(path)?.[1];
}

/** What some keys do to a brief, as long as this part of it is there. */
export function useKeyActs({ keys, handoff, acts }: { keys: BriefKeys; handoff: string; acts: KeyActs }): void {
  useEffect(() => keys.attend({ handoff, acts }));
}

/** After its parts: effects of those within come first. */
export function useShown({ keys, handoff, ready }: { keys: BriefKeys; handoff: string; ready: boolean }): void {
  useEffect(() => (ready ? keys.show(handoff) : undefined), [keys, handoff, ready]);
}
