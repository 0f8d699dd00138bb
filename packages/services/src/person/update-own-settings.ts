import { user } from '@sodate/database/schema/user';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { absenceColumns } from './absence-columns.ts';
import type { OwnSettingsInput } from './person-input.ts';
import { requirePerson } from './require-person.ts';

/** What everyone may change of themselves: name, language, colours, absence, mails. */
export async function updateOwnSettings({
  context,
  input,
}: {
  context: Context;
  input: OwnSettingsInput;
}): Promise<void> {
  const { clock, database } = context;
  const { name, language, colourScheme, absent, absentDays, mutedMails } = input;
  await database
    .update(user)
    .set({
      ...(name === undefined ? {} : { name }),
      ...(language === undefined ? {} : { language }),
      ...(colourScheme === undefined ? {} : { colourScheme }),
      ...(absent === undefined ? {} : { absent }),
      ...absenceColumns(absentDays),
      ...(mutedMails === undefined
        ? {}
        : { preferences: sql`${user.preferences} || ${JSON.stringify({ mutedMails })}::text::jsonb` }),
      updatedAt: new Date(clock.now()),
    })
    .where(eq(user.id, requirePerson(context)));
}
