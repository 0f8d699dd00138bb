import { matchTestLeads, matchTestLeadsInput } from '@sodate/services/lead/match-test-leads';
import { updateOrganisationInput } from '@sodate/services/organisation/organisation-input';
import { readOrganisation } from '@sodate/services/organisation/read-organisation';
import { testPublicUrl } from '@sodate/services/organisation/test-public-url';
import { testSender, testSenderInput } from '@sodate/services/organisation/test-sender';
import { updateOrganisation } from '@sodate/services/organisation/update-organisation';
import { allowEveryone } from './allow-everyone.ts';
import { getMailing } from './mailing.ts';
import { allow, router } from './procedure.ts';

export const organisationRouter = router({
  read: allowEveryone().query(({ ctx }) => readOrganisation({ context: ctx.context })),
  update: allow('marketer')
    .input(updateOrganisationInput)
    .mutation(({ ctx, input }) => updateOrganisation({ context: ctx.context, input })),
  testSender: allow('marketer')
    .input(testSenderInput)
    .mutation(({ ctx, input }) => testSender({ context: ctx.context, input, transport: getMailing(ctx).transport })),
  testPublicUrl: allow('marketer').mutation(({ ctx }) => testPublicUrl({ context: ctx.context })),
  matchTestLeads: allow('marketer')
    .input(matchTestLeadsInput)
    .query(({ ctx, input }) => matchTestLeads({ context: ctx.context, input })),
});
