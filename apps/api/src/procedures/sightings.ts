import { listThingsInput } from '@sodate/services/event/list-things';
import { listPages } from '@sodate/services/form/list-pages';
import { readKnownForms } from '@sodate/services/form/read-known-forms';
import { allow, router } from './procedure.ts';

const mostForms = 1_000;

/** Pages and forms that the tracker has seen: what pickers offer. */
export const sightingsRouter = router({
  pages: allow('marketer', 'sales-manager')
    .input(listThingsInput)
    .query(({ ctx, input }) => listPages({ context: ctx.context, input })),
  /** Those of the demo site are known before anybody has sent one. */
  forms: allow('marketer', 'sales-manager').query(({ ctx }) =>
    readKnownForms({ context: ctx.context, most: mostForms }),
  ),
});
