import { bulkEnrolment } from '@sodate/database/schema/bulk-enrolment';
import { enrollment } from '@sodate/database/schema/enrollment';
import { lead } from '@sodate/database/schema/lead';
import type { Id, JourneyId, LeadId } from '@sodate/journey/id';
import { runBulkEnrolment } from '@sodate/services/bulk-enrolment/run-bulk-enrolment';
import { startBulkEnrolment } from '@sodate/services/bulk-enrolment/start-bulk-enrolment';
import type { EngineContext } from '@sodate/services/engine/engine-context';
import { and, eq, ne } from 'drizzle-orm';
import { type DrawnOp, planOf } from './plan-of.ts';
import { publishPlan } from './test-engine.ts';

export const waitDay: DrawnOp = {
  id: 'wait',
  kind: 'wait',
  spec: { duration: { amount: 24, unit: 'hours' }, zone: 'journey' },
  next: { done: 'end' },
};
export const end: DrawnOp = { id: 'end', kind: 'end' };
/** Everybody waits a day, and ends. */
export const waitingPlan = planOf({ ops: [waitDay, end] });

/** What tests of bulk enrolments do again and again. */
export function bulkHost({ context }: { context: EngineContext }) {
  const { database } = context;
  return {
    newLeads: async (many: number, values: Partial<typeof lead.$inferInsert> = {}): Promise<LeadId[]> => {
      const rows = Array.from({ length: many }, (_, index) => ({ name: `見込 ${index}`, ...values }));
      return (await database.insert(lead).values(rows).returning({ id: lead.id })).map(({ id }) => id);
    },
    /** Publishes a journey and begins to let the leads of the filter in. */
    begin: async ({ plan = waitingPlan, filter = {} }: { plan?: typeof waitingPlan; filter?: object } = {}) => {
      const published = await publishPlan({ context, plan });
      const row = await startBulkEnrolment({ context, input: { journey: published.journey, filter } });
      return { ...published, job: row.id };
    },
    runAll: async (): Promise<void> => {
      while ((await runBulkEnrolment({ context })) === 'worked');
    },
    read: async (job: Id<'bulk-enrolment'>) => {
      const [row] = await database.select().from(bulkEnrolment).where(eq(bulkEnrolment.id, job));
      return row;
    },
    /** The leads who are in the journey now. */
    entered: async (journey: JourneyId): Promise<LeadId[]> => {
      const rows = await database
        .select({ lead: enrollment.leadId })
        .from(enrollment)
        .where(and(eq(enrollment.journeyId, journey), ne(enrollment.state, 'ended')));
      return rows.map((row) => row.lead);
    },
  };
}
