import { randomUUID } from 'node:crypto';
import { archiveMail, archiveMailInput } from '@sodate/services/mail/archive-mail';
import { checkLinks, checkLinksInput } from '@sodate/services/mail/check-links';
import { copyMail, copyMailInput } from '@sodate/services/mail/copy-mail';
import { createMail, createMailInput } from '@sodate/services/mail/create-mail';
import { getMail, getMailInput } from '@sodate/services/mail/get-mail';
import { listMailUses, listMailUsesInput } from '@sodate/services/mail/list-mail-uses';
import { listMails, listMailsInput } from '@sodate/services/mail/list-mails';
import { previewMail, previewMailInput } from '@sodate/services/mail/preview-mail';
import { saveMail, saveMailInput } from '@sodate/services/mail/save-mail';
import { sendTestMail, sendTestMailInput } from '@sodate/services/mail/send-test-mail';
import { getAskPage } from './ask-page.ts';
import { getMailing } from './mailing.ts';
import { allow, router } from './procedure.ts';

/** Mails as marketers write them. */
export const mailsRouter = router({
  list: allow('marketer', 'sales-manager', 'viewer')
    .input(listMailsInput)
    .query(({ ctx, input }) => listMails({ context: ctx.context, input })),
  get: allow('marketer', 'sales-manager', 'viewer')
    .input(getMailInput)
    .query(({ ctx, input }) => getMail({ context: ctx.context, input })),
  /** Journeys that name a mail. */
  uses: allow('marketer', 'sales-manager', 'viewer')
    .input(listMailUsesInput)
    .query(({ ctx, input }) => listMailUses({ context: ctx.context, input })),
  create: allow('marketer')
    .input(createMailInput)
    .mutation(({ ctx, input }) => createMail({ context: ctx.context, input })),
  copy: allow('marketer')
    .input(copyMailInput)
    .mutation(({ ctx, input }) => copyMail({ context: ctx.context, input })),
  save: allow('marketer')
    .input(saveMailInput)
    .mutation(({ ctx, input }) => saveMail({ context: ctx.context, input })),
  /** Asks for the pages that a stored mail links to; tells which are not there. */
  checkLinks: allow('marketer')
    .input(checkLinksInput)
    .mutation(({ ctx, input }) => checkLinks({ context: ctx.context, input, ask: getAskPage(ctx) })),
  archive: allow('marketer')
    .input(archiveMailInput)
    .mutation(({ ctx, input }) => archiveMail({ context: ctx.context, input })),
  /** A mutation, since a body is too long for a URL. It changes nothing. */
  preview: allow('marketer', 'sales-manager')
    .input(previewMailInput)
    .mutation(({ ctx, input }) => previewMail({ context: ctx.context, input })),
  sendTest: allow('marketer')
    .input(sendTestMailInput)
    .mutation(({ ctx, input }) =>
      sendTestMail({ context: ctx.context, input, transport: getMailing(ctx).transport, attempt: randomUUID() }),
    ),
});
