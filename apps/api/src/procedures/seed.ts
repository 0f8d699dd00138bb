import { countMadeUpLeads } from '@sodate/services/seed/made-up-leads';
import { removeSeed } from '@sodate/services/seed/remove-seed';
import { allow, router } from './procedure.ts';

/** Made-up leads for demonstrations; they come by `sodate seed`. */
export const seedRouter = router({
  count: allow('admin').query(({ ctx }) => countMadeUpLeads({ context: ctx.context })),
  removeBatch: allow('admin').mutation(({ ctx }) => removeSeed({ context: ctx.context })),
});
