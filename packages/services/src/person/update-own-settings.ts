import { user } from '@sodate/database/schema/user';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { OwnSettingsInput } from './person-input.ts';
import { requirePerson } from './require-person.ts';

/** What everyone may change of themselves: name, language, colours, absence. */
export async function updateOwnSettings({
  context,
  input,
}: {
  context: Context;
  input: OwnSettingsInput;
}): Promise<void> {
  const { clock, database } = context;
  const { name, language, colourScheme, absent } = input;
  await database
    .update(user)
    .set({
      ...(name === undefined ? {} : { name }),
      ...(language === undefined ? {} : { language }),
      ...(colourScheme === undefined ? {} : { colourScheme }),
      ...(absent === undefined ? {} : { absent }),
      updatedAt: new Date(clock.now()),
    })
    .where(eq(user.id, requirePerson(context)));
}
