import type { Database } from '@sodate/database/connect';
import {
  type EffectRow,
  type EnrollmentRow,
  effect,
  effectAttempt,
  enrollment,
  type StepRow,
  step,
} from '@sodate/database/schema/enrollment';
import { type EventRow, event } from '@sodate/database/schema/event';
import { version } from '@sodate/database/schema/journey';
import { audit } from '@sodate/database/schema/organisation';
import type { Plan } from '@sodate/journey/compile/plan';
import type { JourneyId, VersionId } from '@sodate/journey/id';
import type { Instant } from '@sodate/journey/time/instant';
import { readClock } from '@sodate/services/engine/clock';
import { asc, eq, isNotNull } from 'drizzle-orm';
import { testContext } from '../database.ts';

/** All that the engine has written, of a small database, for the invariants to be held against. */
export interface Ledger {
  readonly now: Instant;
  readonly plans: ReadonlyMap<VersionId, Plan>;
  /** Each journey's versions. */
  readonly editions: ReadonlyMap<JourneyId, readonly { readonly plan: Plan }[]>;
  readonly passages: readonly LedgerPassage[];
  readonly effects: readonly LedgerEffect[];
  /** Passages at which a person has skipped a send. */
  readonly skipped: ReadonlySet<string>;
}

/** One enrollment with its steps in order of hop, and the events that its hops caused. */
export interface LedgerPassage {
  readonly row: EnrollmentRow;
  readonly steps: readonly StepRow[];
  readonly caused: readonly EventRow[];
}

export interface LedgerEffect {
  readonly row: EffectRow;
  readonly attempts: readonly (typeof effectAttempt.$inferSelect)[];
}

/** Reads the database whole, in one snapshot. */
export async function readLedger({ database: pool }: { database: Database }): Promise<Ledger> {
  return pool.transaction(
    async (database) => {
      const rows = await database.select().from(enrollment).orderBy(asc(enrollment.id));
      const steps = await database.select().from(step).orderBy(asc(step.enrollmentId), asc(step.hop));
      const caused = await database.select().from(event).where(isNotNull(event.enrollmentId)).orderBy(asc(event.id));
      const effects = await database.select().from(effect).orderBy(asc(effect.key));
      const attempts = await database.select().from(effectAttempt);
      const stepsOf = Map.groupBy(steps, ({ enrollmentId }) => enrollmentId);
      const causedBy = Map.groupBy(caused, ({ enrollmentId }) => enrollmentId);
      const attemptsOf = Map.groupBy(attempts, ({ key }) => key);
      const versions = await database
        .select({ id: version.id, plan: version.plan, journey: version.journeyId })
        .from(version);
      const skips = await database
        .select({ passage: audit.subjectId })
        .from(audit)
        .where(eq(audit.action, 'enrollment-skipped'));
      return {
        skipped: new Set(skips.map(({ passage }) => String(passage))),
        now: await readClock({ context: testContext({ database }) }),
        plans: new Map(versions.map(({ id, plan }) => [id, plan])),
        editions: Map.groupBy(versions, ({ journey }) => journey),
        passages: rows.map((row) => ({
          row,
          steps: stepsOf.get(row.id) ?? [],
          caused: causedBy.get(row.id) ?? [],
        })),
        effects: effects.map((row) => ({ row, attempts: attemptsOf.get(row.key) ?? [] })),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
