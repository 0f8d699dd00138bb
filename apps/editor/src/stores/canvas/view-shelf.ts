import type { GroupId } from '@sodate/journey/graph/graph';
import type { JourneyId } from '@sodate/journey/id';

/** How a person last looked at a journey: kept in the browser, never part of the journey. */
export interface CanvasView {
  readonly viewport?: { readonly x: number; readonly y: number; readonly zoom: number };
  readonly collapsed?: readonly GroupId[];
}

export interface ViewShelf {
  read(): CanvasView;
  /** Overwrites the parts given. */
  write(part: CanvasView): void;
}

/** A forbidden, full or damaged storage is passed over: the view is a comfort. */
export function openViewShelf({ storage, journey }: { storage: Storage; journey: JourneyId }): ViewShelf {
  const key = `sodate.view/${journey}`;
  const read = (): CanvasView => {
    try {
      return asView(JSON.parse(storage.getItem(key) ?? '{}'));
    } catch {
      return {};
    }
  };
  return {
    read,
    write: (part) => {
      try {
        storage.setItem(key, JSON.stringify({ ...read(), ...part }));
      } catch {
        // The view is then kept as long as the page lives.
      }
    },
  };
}

/** Takes what has the right shape, and leaves the rest. */
function asView(value: unknown): CanvasView {
  if (typeof value !== 'object' || value === null) return {};
  const { viewport, collapsed } = value as Readonly<Record<string, unknown>>;
  return {
    ...(isViewport(viewport) ? { viewport } : {}),
    ...(Array.isArray(collapsed) ? { collapsed: collapsed.filter((id) => typeof id === 'string') as GroupId[] } : {}),
  };
}

function isViewport(value: unknown): value is { x: number; y: number; zoom: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, zoom } = value as Readonly<Record<string, unknown>>;
  return [x, y, zoom].every((part) => typeof part === 'number' && Number.isFinite(part)) && Number(zoom) > 0;
}
