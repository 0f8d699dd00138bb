import type { MailTransport } from '@sodate/mail/transport/create-mail-transport';
import type { OutgoingMail } from '@sodate/mail/transport/outgoing-mail';
import { crashPoint } from '@sodate/services/engine/crash-point';
import type { Channel, Errand } from '@sodate/services/engine/engine-context';
import { prepareNotice } from '@sodate/services/handoff/prepare-notice';
import { prepareMail } from '@sodate/services/mail/prepare-mail';
import { recordMailBounced } from '@sodate/services/mail/record-mail-bounced';
import { recordMailSent } from '@sodate/services/mail/record-mail-sent';

const mailLimitMs = 5_000;

/** Mails to leads, and notices to our own people. */
export function createMailChannel({ transport }: { transport: MailTransport }): Channel {
  return {
    name: 'mail',
    prepare: async ({ context, effect, now }) => {
      if (effect.kind === 'notice') {
        const message = await prepareNotice({ context, effect });
        if (message === undefined) return { kind: 'failed', error: 'the reader or the hand-off is gone' };
        return { kind: 'send', errand: mailErrand({ transport, message }) };
      }
      const prepared = await prepareMail({ context, effect, now });
      return prepared.kind === 'send'
        ? { kind: 'send', errand: mailErrand({ transport, message: prepared.message }) }
        : prepared;
    },
    recordSent: async ({ context, effect, now }) => {
      if (effect.kind !== 'notice') await recordMailSent({ context, effect, now });
    },
    recordBounced: recordMailBounced,
  };
}

function mailErrand({ transport, message }: { transport: MailTransport; message: OutgoingMail }): Errand {
  return {
    limitMs: mailLimitMs,
    send: async ({ limitMs, beforeDot }) => {
      const result = await transport.send({
        message,
        limitMs,
        beforeDot: async () => {
          await crashPoint('send.before-dot');
          return beforeDot();
        },
      });
      await crashPoint('send.after-dot');
      return result;
    },
  };
}
