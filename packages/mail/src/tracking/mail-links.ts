import type { Id } from '@sodate/journey/id';
import { signMailToken, type TrackingKeys } from './mail-token.ts';

export interface MailLinks {
  readonly pixelUrl: string;
  readonly unsubscribeUrl: string;
  linkUrl(link: { readonly number: number }): string;
}

/** The addresses that stand in one lead's mail. */
export function mailLinks({
  publicUrl,
  keys,
  sentMail,
}: {
  publicUrl: string;
  keys: TrackingKeys;
  sentMail: Id<'sent-mail'>;
}): MailLinks {
  const sign = (kind: 'open' | 'click' | 'unsubscribe', link: number) =>
    signMailToken({ keys, token: { kind, sentMail, link } });
  return {
    pixelUrl: `${publicUrl}/m/o/${sign('open', 0)}.gif`,
    unsubscribeUrl: `${publicUrl}/m/u/${sign('unsubscribe', 0)}`,
    linkUrl: ({ number }) => `${publicUrl}/m/c/${sign('click', number)}`,
  };
}

/** One-click unsubscribing by the mail reader itself (RFC 8058). */
export function unsubscribeHeaders(unsubscribeUrl: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
