import type { Command } from '@sodate/journey/edit/command';
import type { JourneyId } from '@sodate/journey/id';

/**
 * Keeps commands in the browser until the server has them. One entry per command, so that several tabs on one
 * journey never overwrite each other; a tab that finds another's leftovers sends them too (the server drops repeats).
 */
export interface PendingShelf {
  put(entry: ShelvedCommand): void;
  remove(ids: readonly string[]): void;
  /** In the order they were given. */
  list(): readonly ShelvedCommand[];
}

export interface ShelvedCommand {
  readonly id: string;
  readonly command: Command;
  /** Grows with every command of this browser. */
  readonly order: number;
}

/** A shelf for one journey's commands in `storage`. A full or forbidden storage is passed over. */
export function openPendingShelf({ storage, journey }: { storage: Storage; journey: JourneyId }): PendingShelf {
  const prefix = `sodate.draft/${journey}/`;
  return {
    put: (entry) => {
      try {
        storage.setItem(prefix + entry.id, JSON.stringify(entry));
      } catch {
        // Without storage the command lives as long as the page, and is still sent.
      }
    },
    remove: (ids) => {
      for (const id of ids) storage.removeItem(prefix + id);
    },
    list: () =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index))
        .filter((key) => key?.startsWith(prefix) === true)
        .flatMap((key) => readEntry(storage.getItem(key ?? '')))
        .sort((one, other) => one.order - other.order),
  };
}

function readEntry(text: string | null): readonly ShelvedCommand[] {
  try {
    const entry: unknown = JSON.parse(text ?? 'null');
    return isEntry(entry) ? [entry] : [];
  } catch {
    return [];
  }
}

/** Written by `put` alone, so the command inside has its type. */
function isEntry(value: unknown): value is ShelvedCommand {
  if (typeof value !== 'object' || value === null) return false;
  return 'id' in value && typeof value.id === 'string' && 'command' in value && 'order' in value;
}
