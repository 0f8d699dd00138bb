import type { GroupId } from '@sodate/journey/graph/graph';
import type { JourneyId, NodeId } from '@sodate/journey/id';

/** How a person last looked at a journey: kept in the browser, never part of the journey. */
export interface CanvasView {
  readonly viewport?: { readonly x: number; readonly y: number; readonly zoom: number };
  readonly collapsed?: readonly GroupId[];
  /** Nodes just added, whose settings were not looked at yet. */
  readonly fresh?: readonly NodeId[];
}

export interface ViewShelf {
  read(): CanvasView;
  /** Overwrites the parts given. */
  write(part: CanvasView): void;
}

/**
 * A forbidden, full or damaged storage is passed over: the view is a comfort. The place and zoom of a wide window would
 * show a narrow one an empty corner, so each has its own; `isNarrow` tells which the window is now.
 */
export function openViewShelf({
  storage,
  journey,
  isNarrow,
}: {
  storage: Storage;
  journey: JourneyId;
  isNarrow: () => boolean;
}): ViewShelf {
  const key = `sodate.view/${journey}`;
  const place = () => (isNarrow() ? 'narrowViewport' : 'viewport');
  const kept = (): Readonly<Record<string, unknown>> => {
    try {
      return asRecord(JSON.parse(storage.getItem(key) ?? '{}'));
    } catch {
      return {};
    }
  };
  return {
    read: () => {
      const { [place()]: viewport, collapsed, fresh } = kept();
      return asView({ viewport, collapsed, fresh });
    },
    write: ({ viewport, collapsed, fresh }) => {
      try {
        const part = {
          ...(viewport && { [place()]: viewport }),
          ...(collapsed && { collapsed }),
          ...(fresh && { fresh }),
        };
        storage.setItem(key, JSON.stringify({ ...kept(), ...part }));
      } catch {
        // The view is then kept as long as the page lives.
      }
    },
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** Takes what has the right shape, and leaves the rest. */
function asView({ viewport, collapsed, fresh }: Readonly<Record<keyof CanvasView, unknown>>): CanvasView {
  return {
    ...(isViewport(viewport) ? { viewport } : {}),
    ...(Array.isArray(collapsed) ? { collapsed: asIds<GroupId>(collapsed) } : {}),
    ...(Array.isArray(fresh) ? { fresh: asIds<NodeId>(fresh) } : {}),
  };
}

function asIds<Id extends string>(kept: readonly unknown[]): readonly Id[] {
  return kept.filter((id): id is Id => typeof id === 'string');
}

function isViewport(value: unknown): value is { x: number; y: number; zoom: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, zoom } = value as Readonly<Record<string, unknown>>;
  return [x, y, zoom].every((part) => typeof part === 'number' && Number.isFinite(part)) && Number(zoom) > 0;
}
