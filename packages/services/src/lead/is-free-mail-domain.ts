// Mail providers that anyone may have an address with: such a domain names no company.
const freeMailDomains = new Set([
  'gmail.com',
  'googlemail.com',
  'yahoo.co.jp',
  'ymail.ne.jp',
  'yahoo.com',
  'outlook.com',
  'outlook.jp',
  'hotmail.com',
  'hotmail.co.jp',
  'live.com',
  'live.jp',
  'msn.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'aol.jp',
  'proton.me',
  'protonmail.com',
  'gmx.com',
  'mail.com',
  'excite.co.jp',
  'goo.jp',
  'infoseek.jp',
  'nifty.com',
  'biglobe.ne.jp',
  'ocn.ne.jp',
  'so-net.ne.jp',
  'docomo.ne.jp',
  'ezweb.ne.jp',
  'au.com',
  'softbank.ne.jp',
  'i.softbank.jp',
  'ymobile.ne.jp',
]);

/** Whether a mail domain belongs to a provider open to all, so that it tells nothing about the company. */
export function isFreeMailDomain(domain: string): boolean {
  return freeMailDomains.has(domain);
}
