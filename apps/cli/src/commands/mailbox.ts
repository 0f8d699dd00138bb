import { startMailbox } from '@sodate/mail/mailbox/start-mailbox';
import { CommandError } from '../terminal/command-error.ts';
import { serveUntilStopped } from './serve-until-stopped.ts';

/** `sodate mailbox`, as the supervisor calls it: the local mailbox of the embedded mode, which catches all mail. */
export async function runMailbox(): Promise<void> {
  const folder = process.env.SODATE_MAILBOX_FOLDER;
  const port = Number(process.env.SODATE_MAILBOX_PORT);
  if (!folder || !Number.isInteger(port) || port <= 0) {
    throw new CommandError({
      ja: 'メールボックスは「npm start」が起動します。単独では使いません。',
      en: 'The mailbox is started by "npm start"; it is not run on its own.',
    });
  }
  await serveUntilStopped(await startMailbox({ smtpPort: port, folder }));
}
