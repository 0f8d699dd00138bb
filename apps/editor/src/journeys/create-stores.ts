import { outcomeCatalogOf } from '@sodate/journey/edit/outcome-catalog';
import type { JourneyId } from '@sodate/journey/id';
import { wideWindow } from '../parts/use-is-wide.ts';
import { onServer } from '../server/on-server.ts';
import { createCanvasStore } from '../stores/canvas/create-canvas-store.ts';
import { openViewShelf } from '../stores/canvas/view-shelf.ts';
import { createCompanyStore } from '../stores/company/create-company-store.ts';
import { createDraftStore } from '../stores/draft/create-draft-store.ts';
import type { LoadedDraft } from '../stores/draft/draft-types.ts';
import { openPendingShelf } from '../stores/draft/pending-shelf.ts';
import { usualTimings } from '../stores/draft/sender.ts';
import { serverTransport } from './draft-transport.ts';
import type { JourneyParts } from './journey-context.ts';
import { renameTab } from './rename-tab.ts';

type Stores = Pick<JourneyParts, 'draft' | 'canvas' | 'company'>;
type Types = JourneyParts['types'];
type Kept = Pick<Stores, 'draft' | 'company'> & { readonly types: Types };

interface Given {
  readonly journey: JourneyId;
  readonly loaded: LoadedDraft;
  readonly types: Types;
}

const mostKept = 10;
/** Drafts of this visit, the last one looked at at the end: who comes back takes back what they gave before. */
const kept = new Map<JourneyId, Kept>();

/** The stores of one journey's screen. The draft is drawn at once; it is opened when the screen is there, and closed with it. */
export function createStores(given: Given): Stores {
  const { journey } = given;
  const storage = onServer ? nothingKept : localStorage;
  const canvas = createCanvasStore({ shelf: openViewShelf({ storage, journey, isNarrow }) });
  const { draft, company } = onServer ? createDraft(given) : keptDraft(given);
  return { draft, company, canvas };
}

function keptDraft(given: Given): Kept {
  const { journey, loaded, types } = given;
  const known = kept.get(journey);
  known?.draft.takeUp(loaded);
  const found = known?.types === types ? known : createDraft(given);
  kept.delete(journey);
  kept.set(journey, found);
  const [longestAgo] = kept.keys();
  if (kept.size > mostKept && longestAgo !== undefined) kept.delete(longestAgo);
  return found;
}

function createDraft({ journey, loaded, types }: Given): Kept {
  const clientId = crypto.randomUUID();
  const company = createCompanyStore({
    clientId,
    former: onServer ? [] : renameTab({ clientId, storage: sessionStorage }),
  });
  const draft = createDraftStore({
    loaded,
    transport: serverTransport({ journey, company }),
    shelf: openPendingShelf({ storage: onServer ? nothingKept : localStorage, journey }),
    catalog: outcomeCatalogOf({ described: [...types.values()] }),
    newId: () => crypto.randomUUID(),
    clock: () => Date.now(),
    timings: usualTimings,
  });
  return { draft, company, types };
}

const isNarrow = () => onServer || !window.matchMedia(wideWindow).matches;

const nothingKept: Storage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => {},
  removeItem: () => {},
  clear: () => {},
};
