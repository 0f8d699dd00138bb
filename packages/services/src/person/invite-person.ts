import { account, user } from '@sodate/database/schema/user';
import type { UserId } from '@sodate/journey/id';
import type { MailTransport } from '@sodate/mail/transport/create-mail-transport';
import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { mailPasswordLink, type SentLink } from './mail-password-link.ts';
import { makePasswordLink, type PasswordLinkKind } from './password-link.ts';
import type { InvitePersonInput, SendPasswordLinkInput } from './person-input.ts';
import { personUnknown } from './person-unknown.ts';
import { storePerson } from './store-person.ts';

/**
 * Adds one of our own people and mails them a link, good once, by which they choose a password. The link is given back
 * too: where the mail cannot be sent, it can be passed on by hand. @throws RequestError where the address is taken.
 */
export async function invitePerson({
  context,
  input,
  transport,
}: {
  context: Context;
  input: InvitePersonInput;
  transport: MailTransport;
}): Promise<SentLink & { readonly id: UserId }> {
  const { id, link } = await inTransaction({ context }, async (inner) => {
    const made = await storePerson({ context: inner, person: input });
    await writeAudit({
      context: inner,
      line: { action: 'person-invited', subject: 'person', subjectId: made, detail: { role: input.role } },
    });
    return { id: made, link: await makePasswordLink({ context: inner, person: made, kind: 'invitation' }) };
  });
  return { id, ...(await mailPasswordLink({ context, to: input, link, kind: 'invitation', transport })) };
}

/**
 * Mails somebody a new link to choose a password with; earlier links end. What they have now works until they use it.
 * Who has not answered the invitation yet is invited anew.
 * @throws RequestError where nobody who may sign in has the id.
 */
export async function sendPasswordLink({
  context,
  input,
  transport,
}: {
  context: Context;
  input: SendPasswordLinkInput;
  transport: MailTransport;
}): Promise<SentLink> {
  const { to, link, kind } = await inTransaction({ context }, async (inner) => {
    const [person] = await inner.database.select().from(user).where(eq(user.id, input.id));
    if (person === undefined || person.banned) throw personUnknown();
    await writeAudit({
      context: inner,
      line: { action: 'password-link-sent', subject: 'person', subjectId: person.id },
    });
    const fitting: PasswordLinkKind = (await hasPassword({ context: inner, person: person.id }))
      ? 'reset'
      : 'invitation';
    const made = await makePasswordLink({ context: inner, person: person.id, kind: fitting });
    return { to: person, kind: fitting, link: made };
  });
  return await mailPasswordLink({ context, to, link, kind, transport });
}

async function hasPassword({ context, person }: { context: Context; person: UserId }): Promise<boolean> {
  const [found] = await context.database.select({ id: account.id }).from(account).where(eq(account.userId, person));
  return found !== undefined;
}
