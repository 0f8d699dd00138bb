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
import { openUndoShelf } from '../stores/draft/undo-shelf.ts';
import { serverTransport } from './draft-transport.ts';
import type { JourneyParts } from './journey-context.ts';

type Stores = Pick<JourneyParts, 'draft' | 'canvas' | 'company'>;
type Types = JourneyParts['types'];

/** The stores of one journey's screen. The draft is drawn at once; it is opened when the screen is there, and closed with it. */
export function createStores({
  journey,
  loaded,
  types,
}: {
  journey: JourneyId;
  loaded: LoadedDraft;
  types: Types;
}): Stores {
  const storage = onServer ? nothingKept : localStorage;
  const company = createCompanyStore({ clientId: crypto.randomUUID() });
  const draft = createDraftStore({
    loaded,
    transport: serverTransport({ journey, company }),
    shelf: openPendingShelf({ storage, journey }),
    undoShelf: onServer ? { read: () => ({ undos: [], redos: [] }), keep: () => {} } : openUndoShelf({ journey }),
    catalog: outcomeCatalogOf({ described: [...types.values()] }),
    newId: () => crypto.randomUUID(),
    clock: () => Date.now(),
    timings: usualTimings,
  });
  const canvas = createCanvasStore({ shelf: openViewShelf({ storage, journey, isNarrow }) });
  return { draft, company, canvas };
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
