import type { Surroundings } from './node-contract.ts';

/** Nothing exists beside the journey: a start for tests and for a journey whose surroundings do not matter. */
export const emptySurroundings: Surroundings = {
  attributes: [],
  mails: [],
  sender: { postalAddress: '' },
  users: [],
  teams: [],
  calendars: [],
  forms: [],
  scoreCategories: [],
  journeys: [],
  nodes: [],
};
