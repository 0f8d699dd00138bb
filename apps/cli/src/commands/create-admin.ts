import type { Context } from '@sodate/services/context';
import { setUp } from '@sodate/services/organisation/set-up';
import { createPerson } from '@sodate/services/person/create-person';
import { createSignInToken } from '@sodate/services/person/create-sign-in-token';
import { readGrant } from '@sodate/services/person/one-time-link';
import { type CreatePersonInput, createPersonInput } from '@sodate/services/person/person-input';
import { askHidden } from '../terminal/ask-hidden.ts';
import { CommandError } from '../terminal/command-error.ts';
import { say, terminalLanguage } from '../terminal/terminal.ts';
import { commandContext } from './command-context.ts';
import { findInstallation } from './find-installation.ts';

/** `sodate create-admin --email … --name …`: an admin without a one-time link; the first one sets the installation up. */
export async function runCreateAdmin({
  email,
  name,
  organisation,
  data,
}: {
  email: string | undefined;
  name: string | undefined;
  organisation: string | undefined;
  data: string | undefined;
}): Promise<void> {
  const language = terminalLanguage(process.env);
  const installation = findInstallation({ data });
  const shape = createPersonInput.omit({ password: true });
  const person = shape.safeParse({ email, name, language, role: 'admin' });
  if (!person.success) {
    throw new CommandError({
      ja: 'メールアドレスと名前が必要です: sodate create-admin --email you@example.jp --name "佐藤 花子"',
      en: 'A mail address and a name are needed: sodate create-admin --email you@example.com --name "Hanako Sato"',
    });
  }
  const asked = language === 'ja' ? 'パスワード（8 文字以上）: ' : 'Password (8 characters or more): ';
  const input = createPersonInput.safeParse({ ...person.data, password: await askHidden(asked) });
  if (!input.success) {
    throw new CommandError({
      ja: 'パスワードは 8〜128 文字にしてください。',
      en: 'The password must have 8 to 128 characters.',
    });
  }
  const { context, close } = await commandContext(installation);
  try {
    await makeAdmin({ context, person: input.data, organisation: organisation ?? input.data.name });
    const url = `${installation.publicUrl}/sign-in`;
    say({ ja: `管理者を作りました。${url} からサインインできます。`, en: `The admin is there. Sign in at ${url}` });
  } finally {
    await close();
  }
}

async function makeAdmin({
  context,
  person,
  organisation,
}: {
  context: Context;
  person: CreatePersonInput;
  organisation: string;
}): Promise<void> {
  const grant = await readGrant({ context });
  if (grant.kind !== 'set-up') {
    await createPerson({ context, input: person });
    return;
  }
  const token = await createSignInToken({ context });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  await setUp({ context, input: { ...person, token, zone, organisation } });
}
