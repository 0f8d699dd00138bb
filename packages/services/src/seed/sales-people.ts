import { user } from '@sodate/database/schema/user';
import type { Text } from '@sodate/journey/text';
import { like, type SQL } from 'drizzle-orm';

/** A reserved domain (RFC 2606), so that no mail to it can ever arrive; it marks the people that the seed made. */
const domain = 'team.sodate.example';

export interface SalesPerson {
  readonly name: Text;
  /** The part of the mail address before "@". */
  readonly mailbox: string;
}

export const salesManager: SalesPerson = { name: { ja: '大川 直美', en: 'Naomi Okawa' }, mailbox: 'okawa' };

/** In the order of their turns; plans name them by their place here. */
export const salesReps = [
  { name: { ja: '三田 涼', en: 'Ryo Mita' }, mailbox: 'mita' },
  { name: { ja: '野口 沙織', en: 'Saori Noguchi' }, mailbox: 'noguchi' },
  { name: { ja: '堀 健太', en: 'Kenta Hori' }, mailbox: 'hori' },
] as const satisfies readonly SalesPerson[];

export const salesTeam: Text = { ja: '架空の営業チーム', en: 'Made-up sales team' };

export function addressOf({ mailbox }: SalesPerson): string {
  return `${mailbox}@${domain}`;
}

/** Somebody of the made-up sales team. Nothing is ever mailed to them. */
export function isMadeUpAddress(email: string): boolean {
  return email.toLowerCase().endsWith(`@${domain}`);
}

/** The same, as a condition on rows of `user`. */
export function isMadeUpPerson(): SQL {
  return like(user.email, `%@${domain}`);
}
