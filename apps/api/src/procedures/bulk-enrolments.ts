import { bulkEnrolmentInput, startBulkEnrolmentInput } from '@sodate/services/bulk-enrolment/bulk-enrolment-input';
import { cancelBulkEnrolment } from '@sodate/services/bulk-enrolment/cancel-bulk-enrolment';
import { listBulkEnrolments, listBulkEnrolmentsInput } from '@sodate/services/bulk-enrolment/list-bulk-enrolments';
import { startBulkEnrolment } from '@sodate/services/bulk-enrolment/start-bulk-enrolment';
import { allow, router } from './procedure.ts';

/** All leads of a filter into a journey: begun and cancelled by those who may add one lead, watched by all. */
export const bulkEnrolmentsRouter = router({
  list: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(listBulkEnrolmentsInput)
    .query(({ ctx, input }) => listBulkEnrolments({ context: ctx.context, input })),
  start: allow('marketer', 'sales-manager')
    .input(startBulkEnrolmentInput)
    .mutation(async ({ ctx, input }) => {
      const { id } = await startBulkEnrolment({ context: ctx.context, input });
      return { bulkEnrolment: id };
    }),
  cancel: allow('marketer', 'sales-manager')
    .input(bulkEnrolmentInput)
    .mutation(({ ctx, input }) => cancelBulkEnrolment({ context: ctx.context, input })),
});
