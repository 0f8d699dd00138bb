import { mail } from '@sodate/database/schema/mail';
import { asId } from '@sodate/journey/id';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { mailNotFound } from './get-mail-row.ts';
import { mailId } from './mail-input.ts';

export const archiveMailInput = z.object({ id: mailId, archived: z.boolean() });

/** Hides a mail from lists and pickers, or shows it again. Journeys that pinned it go on sending it. */
export async function archiveMail({
  context,
  input,
}: {
  context: Context;
  input: z.input<typeof archiveMailInput>;
}): Promise<void> {
  const { id, archived } = archiveMailInput.parse(input);
  const [row] = await context.database
    .update(mail)
    .set({ archivedAt: archived ? context.clock.now() : null })
    .where(eq(mail.id, asId(id)))
    .returning({ id: mail.id });
  if (row === undefined) throw mailNotFound();
}
