import { updateOrganisationInput } from '@sodate/services/organisation/organisation-input';
import { readOrganisation } from '@sodate/services/organisation/read-organisation';
import { updateOrganisation } from '@sodate/services/organisation/update-organisation';
import { allowEveryone } from './allow-everyone.ts';
import { allow, router } from './procedure.ts';

export const organisationRouter = router({
  read: allowEveryone().query(({ ctx }) => readOrganisation({ context: ctx.context })),
  update: allow('marketer')
    .input(updateOrganisationInput)
    .mutation(({ ctx, input }) => updateOrganisation({ context: ctx.context, input })),
});
