import { journeyInput } from '@sodate/services/journey/journey-input';
import { listLedgers, listLedgersInput } from '@sodate/services/operation/list-ledgers';
import { readLedger } from '@sodate/services/operation/read-ledger';
import { readOperations } from '@sodate/services/operation/read-operations';
import { releaseSends } from '@sodate/services/operation/release-sends';
import { allow, router } from './procedure.ts';

/** How the machinery stands, and whether the books balance. Marketers read; releasing sends is for admins alone. */
export const operationsRouter = router({
  read: allow('admin', 'marketer').query(({ ctx }) =>
    readOperations({ context: ctx.context, temporalAddress: ctx.temporalAddress ?? '' }),
  ),
  ledgers: allow('admin', 'marketer')
    .input(listLedgersInput)
    .query(({ ctx, input }) => listLedgers({ context: ctx.context, input })),
  ledger: allow('marketer', 'sales-manager', 'viewer')
    .input(journeyInput)
    .query(({ ctx, input }) => readLedger({ context: ctx.context, input })),
  release: allow('admin').mutation(({ ctx }) => releaseSends({ context: ctx.context })),
});
