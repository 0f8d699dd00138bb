import type { Brief } from './inbox-types.ts';

type Answered = Pick<Brief, 'state' | 'acceptedAt' | 'closedAt'> & {
  readonly entries: readonly Pick<Brief['entries'][number], 'kind' | 'at'>[];
};

/** Since when an answered hand-off stands as it does: closed, a deal (since it was last called one), or accepted. */
export function becameAt({ state, acceptedAt, closedAt, entries }: Answered): string | null {
  const deal = state === 'opportunity' ? entries.findLast(({ kind }) => kind === 'opportunity')?.at : undefined;
  return closedAt ?? deal ?? acceptedAt;
}
