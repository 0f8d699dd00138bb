import { lostReasons, rejectReasons } from '../answer-reasons/reasons.ts';

const views = ['open', 'working', 'closed'] as const;
const answers = ['in-time', 'late', 'to-come', 'soon', 'overdue'] as const;
const periods = ['week', 'month', 'ever'] as const;
const outcomes = ['met', 'won', 'lost'] as const;
export const results = ['won', 'lost', 'rejected', 'withdrawn'] as const;
const reasons = [...rejectReasons, ...lostReasons, 'unsaid'] as const;

export type InboxView = (typeof views)[number];
export type InboxAnswer = (typeof answers)[number];
export type InboxPeriod = (typeof periods)[number];
export type InboxOutcome = (typeof outcomes)[number];
export type InboxResult = (typeof results)[number];
export type InboxReason = (typeof reasons)[number];

/** What the address says of the list: which hand-offs, and whose. */
export interface InboxSearch {
  readonly view?: InboxView;
  readonly owner?: string;
  /** How the first answer went. */
  readonly answer?: InboxAnswer;
  /** Those that a number on Home counts, in place of a view. */
  readonly due?: InboxPeriod;
  /** Of those in progress: whose next contact is planned. */
  readonly contact?: 'planned';
  /** Days, "2026-12-01": of the next contact that is planned; of those to answer, of the deadline. */
  readonly from?: string;
  readonly until?: string;
  /** Those that came to it this month, in place of both. */
  readonly outcome?: InboxOutcome;
  /** In place of all these: those that one has answered today. */
  readonly answered?: 'today';
  /** Of those that are done: how. */
  readonly result?: InboxResult;
  /** When they were closed: "2026-11". */
  readonly month?: string;
  /** Why they were rejected or lost. */
  readonly reason?: InboxReason;
}

/** Whether the list is one that a number on Home leads to, in place of a view. */
export function isCounted({ due, outcome, answered }: InboxSearch): boolean {
  return due !== undefined || outcome !== undefined || answered !== undefined;
}

/** Whether fewer are shown than the view has. */
export function isNarrowed({ answer, contact, from, until, result, month, reason }: InboxSearch): boolean {
  return [answer, contact, from, until, result, month, reason].some((one) => one !== undefined);
}

const isMonth = /^20\d{2}-(0[1-9]|1[0-2])$/;
const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; anything unknown is left out. */
export function readInboxSearch(search: Record<string, unknown>): InboxSearch {
  const view = views.find((one) => one === search.view);
  const owner = typeof search.owner === 'string' && search.owner !== '' ? search.owner : undefined;
  const answer = answers.find((one) => one === search.answer);
  const due = periods.find((one) => one === search.due);
  const outcome = outcomes.find((one) => one === search.outcome);
  const day = (value: unknown) => (typeof value === 'string' && isDay.test(value) ? value : undefined);
  const [from, until] = [day(search.from), day(search.until)];
  if (search.answered === 'today') return { answered: 'today' };
  const planned = search.contact === 'planned';
  const onDays = planned || ((view ?? 'open') === 'open' && due === undefined && outcome === undefined);
  return {
    ...(view === undefined ? {} : { view }),
    ...(owner === undefined ? {} : { owner }),
    ...(answer === undefined ? {} : { answer }),
    ...(due === undefined ? {} : { due }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(planned ? { contact: 'planned' as const } : {}),
    ...(onDays && from !== undefined ? { from } : {}),
    ...(onDays && until !== undefined ? { until } : {}),
    ...(view === 'closed' && due === undefined && outcome === undefined ? readDone(search) : {}),
    ...(outcome === 'lost' ? readReason({ search, result: outcome }) : {}),
  };
}

function readDone(search: Record<string, unknown>): InboxSearch {
  const result = results.find((one) => one === search.result);
  const month = typeof search.month === 'string' && isMonth.test(search.month) ? search.month : undefined;
  return {
    ...(result === undefined ? {} : { result }),
    ...(month === undefined ? {} : { month }),
    ...readReason({ search, result }),
  };
}

/** Nothing else has a reason. */
function readReason({ search, result }: { search: Record<string, unknown>; result: InboxResult | undefined }) {
  const reason = reasons.find((one) => one === search.reason);
  return reason === undefined || (result !== 'lost' && result !== 'rejected') ? {} : { reason };
}

/** What one may narrow such a list down to. */
export function answersIn({ view = 'open', due, outcome, answered }: InboxSearch): readonly InboxAnswer[] {
  if (outcome !== undefined || answered !== undefined) return [];
  if (due === 'week') return answers;
  if (due !== undefined) return ['in-time', 'late', 'overdue'];
  return view === 'open' ? ['soon', 'overdue'] : ['in-time', 'late'];
}
