import type { MailTransport } from '@sodate/mail/transport/create-mail-transport';

/** How the API itself reaches mail. */
export interface Mailing {
  /** For test mails; what journeys send goes through the worker. */
  readonly transport: MailTransport;
  /** Where the local mailbox keeps what it caught; absent where mail goes to a server of somebody else. */
  readonly mailboxFolder?: string;
}

/** @throws where the server was made without mailing. */
export function getMailing({ mailing }: { mailing?: Mailing | undefined }): Mailing {
  if (mailing === undefined) throw new Error('this server was started without mailing');
  return mailing;
}
