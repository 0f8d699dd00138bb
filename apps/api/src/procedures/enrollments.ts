import { fastForward, removePassage, retryPassage, skipPassage } from '@sodate/services/enrollment/change-passage';
import { enrolByHand } from '@sodate/services/enrollment/enrol-by-hand';
import { enrolByHandInput, enrollmentInput } from '@sodate/services/enrollment/enrollment-input';
import { getPassage, listPassageSteps, passageStepsInput } from '@sodate/services/enrollment/get-passage';
import { groupStuck } from '@sodate/services/enrollment/group-stuck';
import { listStuck, listStuckInput } from '@sodate/services/enrollment/list-stuck';
import { listVersionChanges } from '@sodate/services/enrollment/list-version-changes';
import { movePassage, movePassageInput } from '@sodate/services/enrollment/move-passage';
import { readEarlierSummaries } from '@sodate/services/enrollment/read-earlier-summaries';
import { readPassageGraph } from '@sodate/services/enrollment/read-passage-graph';
import { allow, router } from './procedure.ts';

/** One lead's passage through one journey: read by all, changed by those who draw and by sales managers. */
export const enrollmentsRouter = router({
  get: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(enrollmentInput)
    .query(({ ctx, input }) => getPassage({ context: ctx.context, input })),
  graph: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(enrollmentInput)
    .query(({ ctx, input }) => readPassageGraph({ context: ctx.context, input })),
  steps: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(passageStepsInput)
    .query(({ ctx, input }) => listPassageSteps({ context: ctx.context, input })),
  versionChanges: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(enrollmentInput)
    .query(({ ctx, input }) => listVersionChanges({ context: ctx.context, input })),
  earlierSummaries: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(enrollmentInput)
    .query(({ ctx, input }) => readEarlierSummaries({ context: ctx.context, input })),
  stuck: allow('marketer', 'sales-manager')
    .input(listStuckInput)
    .query(({ ctx, input }) => listStuck({ context: ctx.context, input })),
  stuckGroups: allow('marketer', 'sales-manager').query(({ ctx }) => groupStuck({ context: ctx.context })),
  enrol: allow('marketer', 'sales-manager')
    .input(enrolByHandInput)
    .mutation(async ({ ctx, input }) => {
      const { id } = await enrolByHand({ context: ctx.context, input });
      return { enrollment: id };
    }),
  remove: allow('marketer', 'sales-manager')
    .input(enrollmentInput)
    .mutation(async ({ ctx, input }) => {
      await removePassage({ context: ctx.context, input });
    }),
  retry: allow('marketer')
    .input(enrollmentInput)
    .mutation(async ({ ctx, input }) => {
      await retryPassage({ context: ctx.context, input });
    }),
  move: allow('marketer')
    .input(movePassageInput)
    .mutation(async ({ ctx, input }) => {
      await movePassage({ context: ctx.context, input });
    }),
  skip: allow('marketer')
    .input(enrollmentInput)
    .mutation(async ({ ctx, input }) => {
      await skipPassage({ context: ctx.context, input });
    }),
  fastForward: allow('marketer', 'sales-manager')
    .input(enrollmentInput)
    .mutation(async ({ ctx, input }) => {
      await fastForward({ context: ctx.context, input });
    }),
});
