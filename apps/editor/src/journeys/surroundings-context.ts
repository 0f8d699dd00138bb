import type { Surroundings } from '@sodate/journey/graph/node-contract';
import { createContext, useContext } from 'react';

/** What nodes may refer to: mails, people, calendars. The journey's own nodes are in its graph. */
export type Outside = Omit<Surroundings, 'nodes'>;

export const nothingOutside: Outside = {
  attributes: [],
  mails: [],
  sender: { postalAddress: '' },
  users: [],
  teams: [],
  calendars: [],
  forms: [],
  scoreCategories: [],
  journeys: [],
};

export const SurroundingsContext = createContext<Outside>(nothingOutside);

export function useSurroundings(): Outside {
  return useContext(SurroundingsContext);
}
