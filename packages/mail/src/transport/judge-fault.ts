/** What became of a try. 'surely-not' may be tried again where `again`; 'unknown' may have arrived. */
export type MailSendResult =
  | { readonly kind: 'sent'; readonly receipt?: string }
  /** `bounced`: the server says that there is no such receiver. */
  | { readonly kind: 'surely-not'; readonly error: string; readonly again: boolean; readonly bounced?: true }
  | { readonly kind: 'unknown'; readonly error: string };

interface SmtpFault {
  readonly message: string;
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

// Answers to these commands judge the message or its receiver; a 5xx elsewhere (greeting, AUTH) judges the connection.
const messageCommands = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

function asSmtpFault(fault: unknown): SmtpFault {
  return fault instanceof Error ? fault : { message: String(fault) };
}

function isFinalAnswer({ responseCode, command }: SmtpFault): boolean {
  return (
    responseCode !== undefined && responseCode >= 500 && responseCode !== 503 && messageCommands.has(command ?? '')
  );
}

const noReceiver = new Set([550, 551, 553]);

/**
 * A receiver that is not there, or no more. RFC 3463: 5.1.x judges the address and 5.2.1 the mailbox; all else, as 5.7.x
 * (the sender is not wanted), says nothing of the address. Without such a code the answer to RCPT alone decides.
 */
function isBounce({ command, responseCode, message }: SmtpFault): boolean {
  if (command !== 'RCPT TO' || !noReceiver.has(responseCode ?? 0)) return false;
  const status = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(message);
  return status === null || status[1] === '1' || (status[1] === '2' && status[2] === '1');
}

/** Reads nodemailer's error. `dotted`: the final dot was let through before it happened. */
export function judgeFault({
  fault,
  dotted,
  timedOut,
}: {
  fault: unknown;
  dotted: boolean;
  timedOut: boolean;
}): MailSendResult {
  const smtp = asSmtpFault(fault);
  const error = timedOut ? 'the limit of this try has passed' : smtp.message;
  if (smtp.responseCode !== undefined && smtp.responseCode >= 400) {
    return { kind: 'surely-not', error, again: !isFinalAnswer(smtp), ...(isBounce(smtp) ? { bounced: true } : {}) };
  }
  if (dotted) return { kind: 'unknown', error };
  // nodemailer itself refuses an envelope it cannot write, such as an address that is none: another try changes nothing.
  return { kind: 'surely-not', error, again: smtp.code !== 'EENVELOPE' };
}
