import { hashPassword } from 'better-auth/crypto';
import { writeAudit } from '../audit/write-audit.ts';
import type { Context } from '../context.ts';
import { forbidden } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import { findPasswordLink, takePasswordLink } from './password-link.ts';
import type { ChoosePasswordInput } from './person-input.ts';
import { setPassword } from './set-password.ts';

/** The holder of a link chooses a password, and uses the link up. Gives the address to sign in with. @throws RequestError */
export async function choosePassword({
  context,
  input,
}: {
  context: Context;
  input: ChoosePasswordInput;
}): Promise<{ readonly email: string }> {
  // Asked before as well, so that nobody without a link makes us hash.
  if ((await findPasswordLink({ context, token: input.token })) === undefined) throw linkOver();
  const passwordHash = await hashPassword(input.password);
  return await inTransaction({ context }, async (inner) => {
    const person = await takePasswordLink({ context: inner, token: input.token });
    if (person === undefined) throw linkOver();
    await setPassword({ context: inner, person: person.id, passwordHash });
    await writeAudit({
      context: inner,
      line: { action: 'password-chosen', subject: 'person', subjectId: person.id },
    });
    return { email: person.email };
  });
}

function linkOver() {
  return forbidden({
    ja: 'このリンクは使えません。使用済みか、期限が切れています。管理者に新しいリンクを頼んでください。',
    en: 'This link no longer works: it was used or is too old. Ask an administrator for a new one.',
  });
}
