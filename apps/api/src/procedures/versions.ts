import { listVersions, listVersionsInput } from '@sodate/services/journey/list-versions';
import { noteVersion, noteVersionInput, versionInput } from '@sodate/services/journey/note-version';
import { differenceInput, readDifference } from '@sodate/services/journey/read-difference';
import { mailChangeInput, readMailChange } from '@sodate/services/journey/read-mail-change';
import { readSide } from '@sodate/services/journey/read-side';
import { restoreMail, restoreMailInput } from '@sodate/services/journey/restore-mail';
import { allow, router } from './procedure.ts';

/** The published versions of a journey, and what differs between them. */
export const versionsRouter = router({
  list: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(listVersionsInput)
    .query(({ ctx, input }) => listVersions({ context: ctx.context, input })),
  difference: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(differenceInput)
    .query(({ ctx, input }) => readDifference({ context: ctx.context, input })),
  mailChange: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(mailChangeInput)
    .query(({ ctx, input }) => readMailChange({ context: ctx.context, input })),
  graph: allow('marketer', 'sales-manager', 'sales-rep', 'viewer')
    .input(versionInput)
    .query(({ ctx, input }) => readSide({ context: ctx.context, journey: input.journey, side: input.number })),
  restoreMail: allow('marketer')
    .input(restoreMailInput)
    .mutation(({ ctx, input }) => restoreMail({ context: ctx.context, input })),
  note: allow('marketer')
    .input(noteVersionInput)
    .mutation(({ ctx, input }) => noteVersion({ context: ctx.context, input })),
});
