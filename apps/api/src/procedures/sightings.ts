import { listThingsInput } from '@sodate/services/event/list-things';
import { listForms } from '@sodate/services/form/list-forms';
import { listPages } from '@sodate/services/form/list-pages';
import { allow, router } from './procedure.ts';

/** Pages and forms that the tracker has seen: what pickers offer. */
export const sightingsRouter = router({
  pages: allow('marketer', 'sales-manager')
    .input(listThingsInput)
    .query(({ ctx, input }) => listPages({ context: ctx.context, input })),
  forms: allow('marketer', 'sales-manager')
    .input(listThingsInput)
    .query(({ ctx, input }) => listForms({ context: ctx.context, input })),
});
