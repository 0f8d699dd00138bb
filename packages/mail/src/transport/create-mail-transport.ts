import { createTransport } from 'nodemailer';
import { holdBeforeDot } from './hold-before-dot.ts';
import { judgeFault, type MailSendResult } from './judge-fault.ts';
import type { OutgoingMail } from './outgoing-mail.ts';

export interface SendRequest {
  readonly message: OutgoingMail;
  /** The try is given up after this. */
  readonly limitMs: number;
  /** Asked directly before the final dot, the point of no return. False, or a throw: the mail is given back. */
  readonly beforeDot?: () => Promise<boolean>;
}

export interface MailTransport {
  /** Never throws: a fault is a result. */
  send(request: SendRequest): Promise<MailSendResult>;
  close(): void;
}

const connections = 8;

/**
 * A pool of SMTP connections to `url` ("smtp://user:password@host:587", "smtps://…"; `?name=value` as nodemailer
 * documents). All that fails before the final dot was "surely not" sent, as was all that the server answered with
 * 4xx or 5xx; a cut or a time-out after the dot is "unknown".
 */
export function createMailTransport({
  url,
  poolSize = connections,
}: {
  url: string;
  poolSize?: number;
}): MailTransport {
  const transporter = createTransport({
    pool: true,
    url,
    maxConnections: poolSize,
    maxMessages: 500,
    // Only a message of which not a byte was read is queued again; the hold below bars a second dot in any case.
    maxRequeues: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    idleTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const decisions = new WeakMap<AbortSignal, () => Promise<'go' | 'stop'>>();

  transporter.use('stream', (mail, done) => {
    const decide = mail.data.signal && decisions.get(mail.data.signal);
    if (decide) mail.message.processFunc((input) => holdBeforeDot({ message: input, decide }));
    done();
  });

  return {
    async send({ message, limitMs, beforeDot }) {
      const giveUp = new AbortController();
      let dotted = false;
      decisions.set(giveUp.signal, async () => {
        if (dotted || giveUp.signal.aborted) return 'stop';
        const allowed = beforeDot === undefined || (await beforeDot());
        if (!allowed || giveUp.signal.aborted) return 'stop';
        dotted = true;
        return 'go';
      });
      const timer = setTimeout(() => giveUp.abort(), limitMs);
      try {
        const info = await transporter.sendMail({
          messageId: message.messageId,
          from: message.from,
          to: message.to,
          subject: message.subject,
          html: message.html,
          text: message.text,
          headers: { ...message.headers },
          signal: giveUp.signal,
        });
        return { kind: 'sent', receipt: info.response };
      } catch (fault) {
        return judgeFault({ fault, dotted, timedOut: giveUp.signal.aborted });
      } finally {
        clearTimeout(timer);
      }
    },
    close() {
      transporter.close();
    },
  };
}
