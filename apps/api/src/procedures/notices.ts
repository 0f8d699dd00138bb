import { countUnreadNotices } from '@sodate/services/notice/count-unread-notices';
import { listNotices, listNoticesInput } from '@sodate/services/notice/list-notices';
import { markNoticesRead, markNoticesReadInput } from '@sodate/services/notice/mark-notices-read';
import { allowEveryone } from './allow-everyone.ts';
import { router } from './procedure.ts';

export const noticesRouter = router({
  list: allowEveryone()
    .input(listNoticesInput)
    .query(({ ctx, input }) => listNotices({ context: ctx.context, input })),
  unread: allowEveryone().query(({ ctx }) => countUnreadNotices({ context: ctx.context })),
  markRead: allowEveryone()
    .input(markNoticesReadInput)
    .mutation(({ ctx, input }) => markNoticesRead({ context: ctx.context, input })),
});
