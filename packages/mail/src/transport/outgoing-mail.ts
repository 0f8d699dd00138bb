export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** A mail ready to be sent: rendered, addressed, signed. Sending it twice gives the same Message-ID twice. */
export interface OutgoingMail {
  /** With angle brackets. */
  readonly messageId: string;
  readonly from: MailAddress;
  readonly to: MailAddress;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Further headers (List-Unsubscribe, …). Values are single lines. */
  readonly headers: Readonly<Record<string, string>>;
}
