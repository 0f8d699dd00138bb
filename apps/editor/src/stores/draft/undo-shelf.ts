import type { UndoStep } from './undo-step.ts';

/** What can be taken back and done again. */
export interface UndoHistory {
  readonly undos: readonly UndoStep[];
  readonly redos: readonly UndoStep[];
}

/** Keeps the ways back while one looks elsewhere. Each step tells by itself whether it still takes only what is one's own. */
export interface UndoShelf {
  read(): UndoHistory;
  keep(history: UndoHistory): void;
}

const nothing: UndoHistory = { undos: [], redos: [] };
const mostJourneys = 10;
const ofThisVisit = new Map<string, UndoHistory>();

/** The ways back of one journey, for as long as the page is not loaded anew; those of the journeys last drawn on are kept. */
export function openUndoShelf({ journey, kept = ofThisVisit }: { journey: string; kept?: Map<string, UndoHistory> }) {
  return {
    read: () => kept.get(journey) ?? nothing,
    keep: (history) => {
      kept.delete(journey);
      kept.set(journey, history);
      const [oldest] = kept.keys();
      if (kept.size > mostJourneys && oldest !== undefined) kept.delete(oldest);
    },
  } satisfies UndoShelf;
}
