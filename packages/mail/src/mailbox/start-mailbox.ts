import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { fileOf, mailboxName } from './mailbox-file.ts';

export interface Mailbox {
  readonly port: number;
  close(): Promise<void>;
}

const largestBytes = 25 * 1024 * 1024;

/**
 * A local SMTP server that accepts every mail and keeps each as one `.eml` file in `folder`; nothing leaves the machine.
 * A file appears only when its mail is whole, and the sender is answered only then. Port 0 takes any free one.
 * @throws where the port is taken.
 */
export async function startMailbox({
  smtpPort,
  folder,
  host = '127.0.0.1',
}: {
  smtpPort: number;
  folder: string;
  host?: string;
}): Promise<Mailbox> {
  await mkdir(folder, { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: largestBytes,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 2_000,
    onData: (...[stream, , done]) => {
      keep({ stream, folder }).then(
        () => done(null),
        (fault: Error) => done(fault),
      );
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(smtpPort, host, () => resolve());
  });
  // A client that hangs up in mid-session is no fault of the mailbox.
  server.on('error', () => {});
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : smtpPort;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function keep({ stream, folder }: { stream: SMTPServerDataStream; folder: string }): Promise<void> {
  const name = mailboxName({ atMs: Date.now(), random: randomBytes(6).toString('hex') });
  const part = join(folder, `${name}.part`);
  try {
    await pipeline(stream, createWriteStream(part, { flush: true }));
  } catch (fault) {
    await unlink(part).catch(() => undefined);
    // "Insufficient system storage" (RFC 5321): the sender is to try again later.
    throw Object.assign(new Error('the mail could not be stored', { cause: fault }), { responseCode: 452 });
  }
  if (stream.sizeExceeded) {
    await unlink(part);
    throw Object.assign(new Error('the mail is larger than 25 MB'), { responseCode: 552 });
  }
  await rename(part, join(folder, fileOf(name)));
}
