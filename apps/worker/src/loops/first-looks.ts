import type { EnrollmentId } from '@sodate/journey/id';
import type { Context } from '@sodate/services/context';
import { findFirstLooks } from '@sodate/services/engine/find-first-looks';

export interface FirstLooks {
  /** Begins the looks that are due and not under way. Gives how many it began. */
  begin(): Promise<number>;
  /** Until those under way have ended. */
  settle(): Promise<void>;
}

const mostUnderWay = 4;

/**
 * Looks at test leads that have just entered, without waiting for Temporal, whose queues may be long. Looks may overlap,
 * so the one that Temporal asks for later does no harm: each decides from the locked row.
 */
export function createFirstLooks({
  context,
  isOpen,
  look,
}: {
  context: Context;
  /** Whether leads may be looked at now. */
  isOpen: () => boolean;
  /** Never throws for long: what fails is looked at again by Temporal. */
  look: (enrollment: EnrollmentId) => Promise<unknown>;
}): FirstLooks {
  /** Rows of the outbox whose look has begun here, as long as they lie there. */
  let begun = new Set<number>();
  const underWay = new Set<Promise<unknown>>();
  const start = (enrollment: EnrollmentId) => {
    const looking = look(enrollment)
      .catch(() => undefined)
      .finally(() => underWay.delete(looking));
    underWay.add(looking);
  };
  return {
    begin: async () => {
      if (!isOpen()) return 0;
      const due = await findFirstLooks({ context });
      begun = new Set(due.map(({ row }) => row).filter((row) => begun.has(row)));
      const fresh = due.filter(({ row }) => !begun.has(row)).slice(0, mostUnderWay - underWay.size);
      for (const { row, enrollment } of fresh) {
        begun.add(row);
        start(enrollment);
      }
      return fresh.length;
    },
    settle: () => Promise.all(underWay).then(() => undefined),
  };
}
