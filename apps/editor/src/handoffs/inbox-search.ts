const views = ['open', 'working', 'closed'] as const;

export type InboxView = (typeof views)[number];

/** What the address says of the list: which hand-offs, and whose. */
export interface InboxSearch {
  readonly view?: InboxView;
  readonly owner?: string;
}

/** Reads the address; anything unknown is left out. */
export function readInboxSearch(search: Record<string, unknown>): InboxSearch {
  const view = views.find((one) => one === search.view);
  const owner = typeof search.owner === 'string' && search.owner !== '' ? search.owner : undefined;
  return { ...(view === undefined ? {} : { view }), ...(owner === undefined ? {} : { owner }) };
}
