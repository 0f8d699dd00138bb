import { readVisitedSites } from '@sodate/services/event/read-visited-sites';
import { createWriteKey, createWriteKeyInput } from '@sodate/services/write-key/create-write-key';
import { listWriteKeys, listWriteKeysInput } from '@sodate/services/write-key/list-write-keys';
import { readRobotsToday } from '@sodate/services/write-key/read-robots-today';
import { revokeWriteKey, revokeWriteKeyInput } from '@sodate/services/write-key/revoke-write-key';
import { rotateWriteKey, rotateWriteKeyInput } from '@sodate/services/write-key/rotate-write-key';
import { updateWriteKey, updateWriteKeyInput } from '@sodate/services/write-key/update-write-key';
import { allow, router } from './procedure.ts';

export const writeKeysRouter = router({
  robotsToday: allow('marketer').query(({ ctx }) => readRobotsToday({ context: ctx.context })),
  visitedSites: allow('marketer').query(({ ctx }) => readVisitedSites({ context: ctx.context })),
  list: allow('marketer')
    .input(listWriteKeysInput)
    .query(({ ctx, input }) => listWriteKeys({ context: ctx.context, input })),
  create: allow('marketer')
    .input(createWriteKeyInput)
    .mutation(({ ctx, input }) => createWriteKey({ context: ctx.context, input })),
  update: allow('marketer')
    .input(updateWriteKeyInput)
    .mutation(({ ctx, input }) => updateWriteKey({ context: ctx.context, input })),
  rotate: allow('marketer')
    .input(rotateWriteKeyInput)
    .mutation(({ ctx, input }) => rotateWriteKey({ context: ctx.context, input })),
  revoke: allow('marketer')
    .input(revokeWriteKeyInput)
    .mutation(({ ctx, input }) => revokeWriteKey({ context: ctx.context, input })),
});
