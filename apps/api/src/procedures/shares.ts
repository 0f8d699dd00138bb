import { listShares } from '@sodate/services/share/list-shares';
import { makeShare } from '@sodate/services/share/make-share';
import { openShare } from '@sodate/services/share/open-share';
import { readShareCounts } from '@sodate/services/share/read-share-counts';
import { readShareMail } from '@sodate/services/share/read-share-mail';
import { revokeShare } from '@sodate/services/share/revoke-share';
import {
  listSharesInput,
  makeShareInput,
  shareInput,
  shareMailInput,
  shareTokenInput,
} from '@sodate/services/share/share-input';
import { TRPCError } from '@trpc/server';
import { allow, allowAnyone, router } from './procedure.ts';

/** Each call costs some queries, and anybody may call. */
const seldom = allowAnyone().use(async ({ ctx, next }) => {
  if ((await ctx.isTooOften?.()) === true) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' });
  return next({ ctx });
});

const byToken = seldom.input(shareTokenInput);

/** Links by which a journey is read without signing in. Who has only the link sees what it shows, and no more. */
export const sharesRouter = router({
  list: allow('marketer')
    .input(listSharesInput)
    .query(({ ctx, input }) => listShares({ context: ctx.context, input })),
  make: allow('marketer')
    .input(makeShareInput)
    .mutation(({ ctx, input }) => makeShare({ context: ctx.context, input })),
  revoke: allow('marketer')
    .input(shareInput)
    .mutation(({ ctx, input }) => revokeShare({ context: ctx.context, input })),
  open: byToken.query(({ ctx, input }) => openShare({ context: ctx.context, input })),
  mail: seldom.input(shareMailInput).query(({ ctx, input }) => readShareMail({ context: ctx.context, input })),
  counts: byToken.query(({ ctx, input }) => readShareCounts({ context: ctx.context, input })),
});
