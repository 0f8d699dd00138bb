import { organisation } from '@sodate/database/schema/organisation';
import type { UserId } from '@sodate/journey/id';
import { hashPassword } from 'better-auth/crypto';
import { ensureBantAttributes } from '../attribute/bant-attributes.ts';
import { ensureDefaultCalendar } from '../calendar/ensure-default-calendar.ts';
import type { Context } from '../context.ts';
import { conflict, forbidden } from '../errors.ts';
import { ensureSampleMails } from '../mail/ensure-sample-mails.ts';
import { judgeSampleMails } from '../mail/judge-sample-mails.ts';
import type { JudgedMail } from '../mail/store-mail.ts';
import { findSignInGrant } from '../person/find-sign-in-grant.ts';
import type { SignInGrant } from '../person/one-time-link.ts';
import type { SetUpInput } from '../person/person-input.ts';
import { storePerson } from '../person/store-person.ts';
import { takeSignInGrant } from '../person/take-sign-in-grant.ts';
import { ensureScoreRules } from '../score/ensure-score-rules.ts';
import { inTransaction } from '../transaction.ts';
import { createWriteKey } from '../write-key/create-write-key.ts';
import { ensureDemoKey } from '../write-key/ensure-demo-key.ts';

/**
 * Makes a fresh installation ready in one transaction: the first admin, the organisation with that admin as sender, the
 * default calendar, the first score rules, sample mails, a key for
 * the demo site and one for their own. Uses up the one-time link. What is slow is done before the transaction, which
 * PostgreSQL would end when it stands idle.
 * @throws RequestError where the link is unknown, used or over, or set-up was done before.
 */
export async function setUp({ context, input }: { context: Context; input: SetUpInput }): Promise<UserId> {
  assertSetUp(await findSignInGrant({ context, token: input.token }));
  const passwordHash = await hashPassword(input.password);
  const mails = await judgeSampleMails({ context, language: input.language });
  return await inTransaction({ context }, async (inner) => {
    assertSetUp(await takeSignInGrant({ context: inner, token: input.token }));
    const admin = await storePerson({ context: inner, person: { ...input, passwordHash, role: 'admin' } });
    await inner.database
      .insert(organisation)
      .values({
        name: input.organisation,
        language: input.language,
        zone: input.zone,
        sender: { name: input.organisation, email: input.email, postalAddress: input.postalAddress ?? '' },
      })
      .onConflictDoNothing();
    await prepareOrganisation({ context: inner, input, mails });
    return admin;
  });
}

function assertSetUp(grant: SignInGrant | undefined): void {
  if (grant === undefined) throw linkOver();
  if (grant.kind !== 'set-up') throw alreadySetUp();
}

async function prepareOrganisation({
  context,
  input,
  mails,
}: {
  context: Context;
  input: SetUpInput;
  mails: readonly JudgedMail[];
}): Promise<void> {
  const calendarName = input.language === 'ja' ? '会社の営業カレンダー' : 'Company calendar';
  await ensureDefaultCalendar({ context, name: calendarName, zone: input.zone });
  await ensureScoreRules({ context, language: input.language });
  await ensureBantAttributes({ context });
  await ensureSampleMails({ context, language: input.language, judged: mails });
  await ensureDemoKey({ context });
  const keyName = input.language === 'ja' ? '自社サイト' : 'Our site';
  await createWriteKey({ context, input: { name: keyName, kind: 'browser', domains: [] } });
}

function linkOver() {
  return forbidden({
    ja: 'このリンクは使えません。使用済みか、期限が切れています。Sodate を起動し直すと新しいリンクが表示されます。',
    en: 'This link no longer works: it was used or is too old. Starting Sodate again prints a new one.',
  });
}

function alreadySetUp() {
  return conflict({
    ja: '初期設定はもう済んでいます。サインインしてください。',
    en: 'Set-up has already been done. Please sign in.',
  });
}
