import { isUuid } from '@sodate/journey/id';
import { type Stage, stages } from '@sodate/journey/stage';
import type { LeadConsent } from '@sodate/services/lead/lead-filter';

/** What a lead last said of marketing mails; the type holds it to the server's. */
export const leadConsents = ['given', 'none', 'withdrawn'] as const satisfies readonly LeadConsent[];

export const months = ['this', 'last'] as const;

export const leadSorts = ['last-seen', 'score', 'created'] as const;

/** The list's filters and order, as the address holds them: a list can be sent to a colleague as a link. */
export interface ListSearch {
  readonly search?: string;
  readonly stage?: Stage;
  /** A person's id, or `none`. */
  readonly owner?: string;
  readonly hot?: true;
  readonly scoreFrom?: number;
  readonly scoreBelow?: number;
  readonly company?: string;
  readonly consent?: LeadConsent;
  readonly journey?: string;
  /** Came into this stage in the month, as Home counts them. */
  readonly reached?: Stage;
  readonly month?: (typeof months)[number];
  readonly sort?: (typeof leadSorts)[number];
}

/** Reads the address; what it does not understand is left out. */
export function readListSearch(given: Readonly<Record<string, unknown>>): ListSearch {
  const { search, stage, owner, scoreFrom, scoreBelow, company, consent, journey, sort, reached, month } = given;
  return {
    ...(typeof search === 'string' && search !== '' ? { search: search.slice(0, 100) } : {}),
    ...(stages.includes(stage as Stage) ? { stage: stage as Stage } : {}),
    ...(owner === 'none' || isId(owner) ? { owner } : {}),
    ...(given.hot === true ? { hot: true as const } : {}),
    ...(isScore(scoreFrom) ? { scoreFrom } : {}),
    ...(isScore(scoreBelow) ? { scoreBelow } : {}),
    ...(isId(company) ? { company } : {}),
    ...(leadConsents.includes(consent as LeadConsent) ? { consent: consent as LeadConsent } : {}),
    ...(isId(journey) ? { journey } : {}),
    ...(stages.includes(reached as Stage)
      ? { reached: reached as Stage, ...(month === 'last' ? { month: 'last' as const } : {}) }
      : {}),
    ...(isSort(sort) && sort !== 'last-seen' ? { sort } : {}),
  };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && isUuid(value);
}

function isScore(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) <= 100_000;
}

function isSort(value: unknown): value is (typeof leadSorts)[number] {
  return leadSorts.includes(value as (typeof leadSorts)[number]);
}
