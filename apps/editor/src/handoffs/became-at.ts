import type { Brief } from './inbox-types.ts';

type Answered = Pick<Brief, 'state' | 'acceptedAt' | 'metAt' | 'closedAt'> & {
  readonly entries: readonly Pick<Brief['entries'][number], 'kind' | 'at'>[];
};

/** Since when an answered hand-off stands as it does: closed, a deal (since it was last called one), met, or accepted. */
export function becameAt({ state, acceptedAt, metAt, closedAt, entries }: Answered): string | null {
  const deal = state === 'opportunity' ? entries.findLast(({ kind }) => kind === 'opportunity')?.at : undefined;
  return closedAt ?? deal ?? metAt ?? acceptedAt;
}
