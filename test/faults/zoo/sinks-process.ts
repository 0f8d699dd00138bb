import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { startMailbox } from '@sodate/mail/mailbox/start-mailbox';
import { obeyOrders } from './obey-orders.ts';

/** Where the zoo's mails and calls arrive. Given as JSON in `FAULT_ORDERS`. */
export interface SinksOrders {
  readonly smtpPort: number;
  readonly mailFolder: string;
  readonly httpPort: number;
  /** One idempotency key a line, written before the caller is answered. */
  readonly callsFile: string;
}

const { smtpPort, mailFolder, httpPort, callsFile } = JSON.parse(process.env.FAULT_ORDERS ?? '') as SinksOrders;
const { ready } = obeyOrders({ first: undefined });
await startMailbox({ smtpPort, folder: mailFolder });
const server = createServer((request, response) => {
  request.resume().once('end', () => {
    appendFileSync(callsFile, `${request.headers['idempotency-key']}\n`);
    response.end('{}');
  });
});
await new Promise<void>((resolve) => server.listen(httpPort, '127.0.0.1', resolve));
process.once('SIGTERM', () => process.exit());
ready();
