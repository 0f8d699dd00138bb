import type { Milliseconds } from '@sodate/journey/time/instant';
import { unreachable } from '@sodate/journey/unreachable';
import type { MailTransport } from '@sodate/mail/transport/create-mail-transport';
import type { OutgoingMail } from '@sodate/mail/transport/outgoing-mail';
import type { Channel, Errand } from '../engine/engine-context.ts';
import { prepareMail } from './prepare-mail.ts';
import { recordMailSent } from './record-mail-sent.ts';

const limitMs: Milliseconds = 5_000;

/** The way out for mails to leads: prepared under the lead's lock, sent over SMTP, recorded as an event. */
export function createMailChannel({ transport }: { transport: MailTransport }): Channel {
  return {
    name: 'mail',
    async prepare({ context, effect, now }) {
      const prepared = await prepareMail({ context, effect, now });
      switch (prepared.kind) {
        case 'not-sent':
        case 'later':
          return prepared;
        case 'send':
          return {
            kind: 'send',
            errand: { effect, limitMs, send: sendOver({ transport, message: prepared.message }) },
          };
        case 'failed':
          return { kind: 'send', errand: { effect, limitMs, send: async () => refusal(prepared.error) } };
        default:
          return unreachable(prepared);
      }
    },
    recordSent: recordMailSent,
  };
}

function sendOver({ transport, message }: { transport: MailTransport; message: OutgoingMail }): Errand['send'] {
  return (request) => transport.send({ message, ...request });
}

/** What cannot be made cannot be sent; the effect then fails like one that the server refused for good. */
function refusal(error: string) {
  return { kind: 'surely-not', error, again: false } as const;
}
