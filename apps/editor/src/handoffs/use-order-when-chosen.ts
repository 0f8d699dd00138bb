import { useState } from 'react';

/** The ids of a list in the order in which they stood when one was chosen from it; empty until the list is there. */
export function useOrderWhenChosen({
  list,
  rows,
  shown,
  ready,
}: {
  /** Which list it is: what was chosen in one stands elsewhere in another. */
  list: string;
  rows: readonly { readonly id: string }[];
  shown: string | undefined;
  ready: boolean;
}): readonly string[] {
  const [kept, keep] = useState<{ readonly of: string; readonly order: readonly string[] }>({ of: '', order: [] });
  const of = `${list} ${shown}`;
  if (kept.of === of || !ready) return kept.of === of ? kept.order : [];
  const order = rows.map(({ id }) => id);
  keep({ of, order });
  return order;
}
