/** What became of a try. 'surely-not' may be tried again where `again`; 'unknown' may have arrived. */
export type MailSendResult =
  | { readonly kind: 'sent'; readonly receipt?: string }
  | { readonly kind: 'surely-not'; readonly error: string; readonly again: boolean }
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
    return { kind: 'surely-not', error, again: !isFinalAnswer(smtp) };
  }
  if (dotted) return { kind: 'unknown', error };
  // nodemailer itself refuses an envelope it cannot write, such as an address that is none: another try changes nothing.
  return { kind: 'surely-not', error, again: smtp.code !== 'EENVELOPE' };
}
