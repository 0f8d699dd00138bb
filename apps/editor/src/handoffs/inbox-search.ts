const views = ['open', 'working', 'closed'] as const;
const answers = ['in-time', 'late', 'to-come', 'soon', 'overdue'] as const;
const periods = ['week', 'month', 'ever'] as const;

export type InboxView = (typeof views)[number];
export type InboxAnswer = (typeof answers)[number];
export type InboxPeriod = (typeof periods)[number];

/** What the address says of the list: which hand-offs, and whose. */
export interface InboxSearch {
  readonly view?: InboxView;
  readonly owner?: string;
  /** How the first answer went. */
  readonly answer?: InboxAnswer;
  /** Those that a number on Home counts, in place of a view. */
  readonly due?: InboxPeriod;
}

/** Reads the address; anything unknown is left out. */
export function readInboxSearch(search: Record<string, unknown>): InboxSearch {
  const view = views.find((one) => one === search.view);
  const owner = typeof search.owner === 'string' && search.owner !== '' ? search.owner : undefined;
  const answer = answers.find((one) => one === search.answer);
  const due = periods.find((one) => one === search.due);
  return {
    ...(view === undefined ? {} : { view }),
    ...(owner === undefined ? {} : { owner }),
    ...(answer === undefined ? {} : { answer }),
    ...(due === undefined ? {} : { due }),
  };
}

/** What one may narrow such a list down to. */
export function answersIn({ view = 'open', due }: InboxSearch): readonly InboxAnswer[] {
  if (due === 'week') return answers;
  if (due !== undefined) return ['in-time', 'late', 'overdue'];
  return view === 'open' ? ['soon', 'overdue'] : ['in-time', 'late'];
}
