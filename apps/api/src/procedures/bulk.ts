import { askBulkChange } from '@sodate/services/bulk/ask-bulk-change';
import { askBulkChangeInput, bulkChangeInput } from '@sodate/services/bulk/bulk-input';
import { cancelBulkChange } from '@sodate/services/bulk/cancel-bulk-change';
import { listBulkChanges } from '@sodate/services/bulk/list-bulk-changes';
import { allow, router } from './procedure.ts';

/** Ways out for many at once. The verb refuses a sales manager all but removing. */
export const bulkRouter = router({
  ask: allow('marketer', 'sales-manager')
    .input(askBulkChangeInput)
    .mutation(({ ctx, input }) => askBulkChange({ context: ctx.context, input })),
  list: allow('marketer', 'sales-manager').query(({ ctx }) => listBulkChanges({ context: ctx.context })),
  cancel: allow('marketer', 'sales-manager')
    .input(bulkChangeInput)
    .mutation(({ ctx, input }) => cancelBulkChange({ context: ctx.context, input })),
});
