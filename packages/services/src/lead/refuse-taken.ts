import { lead } from '@sodate/database/schema/lead';
import type { LeadId } from '@sodate/journey/id';
import { and, eq, ne } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { RequestError } from '../errors.ts';

/**
 * Two known leads are never joined automatically: the person decides. `lead` is the one that is being edited.
 * @throws RequestError where another lead has the address or the id
 */
export async function refuseTaken({
  context,
  lead: id,
  email,
  userId,
}: {
  context: Context;
  lead?: LeadId;
  email: unknown;
  userId: unknown;
}): Promise<void> {
  const others = id === undefined ? undefined : ne(lead.id, id);
  if (typeof email === 'string') {
    const [found] = await context.database
      .select({ id: lead.id })
      .from(lead)
      .where(and(eq(lead.email, email), others));
    if (found !== undefined) throw addressTaken(found.id);
  }
  if (typeof userId === 'string') {
    const [found] = await context.database
      .select({ id: lead.id })
      .from(lead)
      .where(and(eq(lead.userId, userId), others));
    if (found !== undefined) throw idTaken(found.id);
  }
}

function addressTaken(by: LeadId) {
  return new RequestError({
    kind: 'conflict',
    text: {
      ja: 'このメールアドレスのリードがもういます。そちらを使ってください。',
      en: 'Another lead has this email address. Use that one.',
    },
    field: 'email',
    lead: by,
  });
}

function idTaken(by: LeadId) {
  return new RequestError({
    kind: 'conflict',
    text: { ja: 'このIDのリードがもういます。', en: 'Another lead has this id.' },
    lead: by,
  });
}
