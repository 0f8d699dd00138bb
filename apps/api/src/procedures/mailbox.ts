import { findCaught, listCaught } from '@sodate/mail/mailbox/read-mailbox';
import { notFound } from '@sodate/services/errors';
import { pageInput } from '@sodate/services/page';
import { z } from 'zod';
import { allow, router } from './procedure.ts';

const nothing = { rows: [], total: 0 } as const;

/** The local mailbox of embedded mode: what was "delivered". Elsewhere it does not exist. */
export const mailboxRouter = router({
  exists: allow('marketer', 'sales-manager').query(({ ctx }) => ctx.mailing?.mailboxFolder !== undefined),
  list: allow('marketer', 'sales-manager')
    .input(pageInput.extend({ to: z.string().trim().max(254).default('') }))
    .query(({ ctx, input: { after, limit, to } }) => {
      const folder = ctx.mailing?.mailboxFolder;
      if (folder === undefined) return nothing;
      return listCaught({
        folder,
        limit,
        ...(after === undefined ? {} : { after }),
        ...(to === '' ? {} : { to }),
      });
    }),
  get: allow('marketer', 'sales-manager')
    .input(z.object({ name: z.string().max(100) }))
    .query(async ({ ctx, input: { name } }) => {
      const folder = ctx.mailing?.mailboxFolder;
      const found = folder === undefined ? undefined : await findCaught({ folder, name });
      if (found !== undefined) return found;
      throw notFound({ ja: 'このメールはもうありません。', en: 'This email is no longer there.' });
    }),
});
