import { startMailbox } from './start-mailbox.ts';

const [port, folder] = process.argv.slice(2);
if (port === undefined || folder === undefined || !/^\d{1,5}$/.test(port)) {
  process.stderr.write('usage: node main.ts SMTP_PORT FOLDER\n');
  process.exit(2);
}

const mailbox = await startMailbox({ smtpPort: Number(port), folder });

function stop(): void {
  mailbox.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
process.stdout.write(`mailbox ready on ${mailbox.port}\n`);
